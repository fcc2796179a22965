import { banks } from '../../../domain/code-lists/banks.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { DoubtList } from './doubt-list.tsx'
import { useField, useRegistration, useTick } from './registration-context.tsx'

const bankOptions = banks
  .filter(({ mobileMoney }) => mobileMoney !== true)
  .map(({ bin, shortName, name }) => ({ value: bin, label: `${shortName} – ${name}` }))
  .sort((a, b) => a.label.localeCompare(b.label, 'vi'))

/** A bank account that is there, its number typed twice, or one to be opened. */
export function BankFields() {
  const t = useWords(registerWords)
  const terms = useWords(termWords)
  const field = useField()
  const tick = useTick()
  const { method, person, substitute } = useRegistration().values
  const recipient = substitute.kind === 'none' ? person.name : substitute.name
  return (
    <>
      <SelectField
        label={t.bank}
        placeholder={method.openBankAccount ? t.anyBank : t.notChosen}
        options={bankOptions}
        {...field('method.bank')}
      />
      <CheckField label={terms.openAccount} {...tick('method.openBankAccount')} />
      {!method.openBankAccount && (
        <>
          <div className="columns">
            <TextField label={t.accountNumber} maxLength={40} {...field('method.accountNumber')} />
            <TextField
              label={t.accountAgain}
              hint={t.accountAgainHint}
              maxLength={40}
              onPaste={(event) => event.preventDefault()}
              {...field('method.accountAgain')}
            />
          </div>
          <TextField
            label={t.holder}
            hint={recipient.trim() === '' ? undefined : t.holderHint(recipient)}
            maxLength={200}
            autoCapitalize="characters"
            spellCheck={false}
            {...field('method.holder')}
          />
          <DoubtList about={['holderIsSomebodyElse']} />
        </>
      )}
    </>
  )
}
