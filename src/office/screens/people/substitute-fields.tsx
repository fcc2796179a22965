// Who receives in the person's place, with the paper that says so.
import { listEditWords } from '../../../text/office/list-edit.ts'
import { termWords } from '../../../text/office/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useField, useTypedIn } from './person-form.ts'

/** Nobody, a guardian, or an authorised person with an authorisation. */
export function SubstituteFields() {
  const t = useWords(listEditWords)
  const terms = useWords(termWords)
  const field = useField()
  const kind = useTypedIn('substitute.kind')
  return (
    <section className="card stack" aria-labelledby="substitute">
      <h2 id="substitute">{t.substitute}</h2>
      <SelectField
        label={t.kindOfSubstitute}
        options={[
          { value: 'none', label: t.nobody },
          { value: 'guardian', label: terms.substitute.guardian },
          { value: 'authorisedPerson', label: terms.substitute.authorisedPerson },
        ]}
        {...field('substitute.kind')}
      />
      {kind !== 'none' && (
        <>
          <div className="columns">
            <TextField label={terms.field.name} maxLength={200} spellCheck={false} {...field('substitute.name')} />
            <TextField label={t.relation} maxLength={200} spellCheck={false} {...field('substitute.relation')} />
            <TextField
              label={terms.field.idNumber}
              maxLength={20}
              inputMode="numeric"
              {...field('substitute.idNumber')}
            />
            <TextField label={terms.field.phone} maxLength={20} type="tel" {...field('substitute.phone')} />
          </div>
          <TextField label={t.address} maxLength={300} spellCheck={false} {...field('substitute.address')} />
        </>
      )}
      {kind === 'authorisedPerson' && (
        <div className="columns">
          <TextField label={t.paperNumber} maxLength={200} {...field('substitute.paperNumber')} />
          <TextField label={t.paperDate} hint={t.dayHint} maxLength={20} {...field('substitute.paperDate')} />
          <TextField label={t.certifiedBy} maxLength={200} spellCheck={false} {...field('substitute.certifiedBy')} />
          <TextField label={t.validUntil} hint={t.validUntilHint} maxLength={20} {...field('substitute.validUntil')} />
        </div>
      )}
    </section>
  )
}
