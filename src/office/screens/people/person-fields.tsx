// Who it is and where that person lives.
import { AccountState, PhoneOwner, Verification } from '../../../domain/beneficiary.ts'
import { parseTypedDate } from '../../../domain/calendar-date.ts'
import { contradictionsOf } from '../../../domain/citizen-id.ts'
import { parseIdNumber } from '../../../domain/registration/read-person.ts'
import { Sex } from '../../../domain/sex.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useField, useTypedIn } from './person-form.ts'

/**
 * Name, birth, sex, numbers, verification.
 * @param dead of whom nothing is asked of the population database any more.
 */
export function IdentityFields({ dead = false }: { dead?: boolean }) {
  const t = useWords(listEditWords)
  const terms = useWords(termWords)
  const field = useField()
  const person = useTypedIn('person')
  const idNumber = parseIdNumber(person.idNumber)
  const known = { birth: parseTypedDate(person.birth), sex: person.sex === '' ? null : person.sex }
  const doubts = idNumber === null ? [] : contradictionsOf(idNumber, known)
  return (
    <section className="card stack" aria-labelledby="identity">
      <h2 id="identity">{t.identity}</h2>
      <div className="columns">
        <TextField label={terms.field.name} maxLength={200} spellCheck={false} {...field('person.name')} />
        <TextField label={terms.field.birth} hint={t.birthHint} maxLength={20} {...field('person.birth')} />
        <SelectField
          label={terms.field.sex}
          placeholder={t.unknown}
          options={Sex.options.map((value) => ({ value, label: terms.sex[value] }))}
          {...field('person.sex')}
        />
        <TextField
          label={terms.field.idNumber}
          hint={t.idHint}
          maxLength={20}
          inputMode="numeric"
          {...field('person.idNumber')}
        />
        <TextField
          label={terms.field.oldIdNumber}
          maxLength={20}
          inputMode="numeric"
          {...field('person.oldIdNumber')}
        />
        <TextField label={terms.field.fileCode} maxLength={300} spellCheck={false} {...field('person.fileCode')} />
        {!dead && (
          <SelectField
            label={terms.field.verification}
            options={Verification.options
              .filter((value) => value !== 'deceased')
              .map((value) => ({ value, label: terms.verification[value] }))}
            {...field('verification')}
          />
        )}
        <SelectField
          label={terms.field.account}
          options={AccountState.options.map((value) => ({ value, label: terms.account[value] }))}
          {...field('account')}
        />
      </div>
      {doubts.map((doubt) => (
        <Banner key={doubt} tone="warn">
          {t.contradiction[doubt]}
        </Banner>
      ))}
    </section>
  )
}

/** Phone, addresses, hamlet. */
export function ContactFields() {
  const t = useWords(listEditWords)
  const terms = useWords(termWords)
  const field = useField()
  return (
    <section className="card stack" aria-labelledby="contact">
      <h2 id="contact">{t.contact}</h2>
      <div className="columns">
        <TextField label={terms.field.phone} maxLength={20} type="tel" {...field('person.phone')} />
        <SelectField
          label={terms.field.phoneOwner}
          placeholder={t.notChosen}
          options={PhoneOwner.options.map((value) => ({ value, label: terms.phoneOwner[value] }))}
          {...field('person.phoneOwner')}
        />
        <TextField label={terms.field.hamlet} maxLength={300} spellCheck={false} {...field('person.hamlet')} />
      </div>
      <TextField
        label={terms.field.permanentAddress}
        maxLength={300}
        spellCheck={false}
        {...field('person.permanentAddress')}
      />
      <TextField
        label={terms.field.currentAddress}
        maxLength={300}
        spellCheck={false}
        {...field('person.currentAddress')}
      />
    </section>
  )
}
