// How the person is paid.
import { banks } from '../../../domain/code-lists/banks.ts'
import { HomeReason } from '../../../domain/payment-method.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { termWords } from '../../../text/office/terms.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useField, useTypedIn } from './person-form.ts'

const kinds = ['bankAccount', 'digitalAccount', 'cashAtPoint', 'cashAtHome'] as const
const bankOptions = banks
  .filter(({ mobileMoney }) => mobileMoney !== true)
  .map(({ bin, shortName, name }) => ({ value: bin, label: `${shortName} – ${name}` }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))

/** The method, and what belongs to the chosen one. */
export function MethodFields() {
  const t = useWords(listEditWords)
  const terms = useWords(termWords)
  const field = useField()
  const kind = useTypedIn('method.kind')
  return (
    <section className="card stack" aria-labelledby="paid">
      <h2 id="paid">{t.paid}</h2>
      <SelectField
        label={terms.field.method}
        placeholder={t.methodUnknown}
        options={kinds.map((value) => ({ value, label: terms.method[value] }))}
        {...field('method.kind')}
      />
      {kind === 'bankAccount' && <BankFields />}
      {kind === 'digitalAccount' && <DigitalFields />}
      {kind === 'cashAtPoint' && (
        <TextField label={terms.point} maxLength={200} spellCheck={false} {...field('method.point')} />
      )}
      {kind === 'cashAtHome' && (
        <div className="columns">
          <SelectField
            label={t.homeReason}
            placeholder={t.notChosen}
            options={HomeReason.options.map((value) => ({ value, label: terms.homeReason[value] }))}
            {...field('method.homeReason')}
          />
          <TextField label={t.homeNote} maxLength={500} spellCheck={false} {...field('method.homeNote')} />
        </div>
      )}
    </section>
  )
}

function BankFields() {
  const t = useWords(listEditWords)
  const terms = useWords(termWords)
  const field = useField()
  const none = useTypedIn('method.openBankAccount')
  return (
    <>
      <SelectField label={terms.bank} placeholder={t.notChosen} options={bankOptions} {...field('method.bank')} />
      <CheckField label={terms.openAccount} {...field('method.openBankAccount')} />
      {!none && (
        <div className="columns">
          <TextField label={terms.accountNumber} maxLength={40} {...field('method.accountNumber')} />
          <TextField label={t.accountAgain} maxLength={40} {...field('method.accountAgain')} />
          <TextField label={terms.holder} maxLength={200} spellCheck={false} {...field('method.holder')} />
        </div>
      )}
    </>
  )
}

function DigitalFields() {
  const t = useWords(listEditWords)
  const terms = useWords(termWords)
  const field = useField()
  const none = useTypedIn('method.openDigitalAccount')
  return (
    <>
      <TextField label={terms.provider} maxLength={200} spellCheck={false} {...field('method.provider')} />
      <CheckField label={terms.openAccount} {...field('method.openDigitalAccount')} />
      {!none && <TextField label={t.digitalPhone} maxLength={20} type="tel" {...field('method.digitalPhone')} />}
    </>
  )
}
