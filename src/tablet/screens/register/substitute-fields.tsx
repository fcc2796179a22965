import { registerWords } from '../../../text/tablet/register.ts'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'
import { ScanCardButton } from '../../frame/scan/scan-card-button.tsx'
import { DoubtList } from './doubt-list.tsx'
import { useField, useRegistration } from './registration-context.tsx'

const ScanSubstitute = lazyPart(async () => (await import('./scan-substitute.tsx')).ScanSubstitute)

/** Who receives in the beneficiary's place, and by which paper. */
export function SubstituteFields() {
  const t = useWords(registerWords)
  const field = useField()
  const { substitute } = useRegistration().values
  return (
    <>
      <ScanCardButton scan={ScanSubstitute} />
      <div className="columns">
        <TextField label={t.name} maxLength={200} spellCheck={false} {...field('substitute.name')} />
        <TextField
          label={t.relation}
          hint={t.relationHint}
          maxLength={200}
          spellCheck={false}
          {...field('substitute.relation')}
        />
        <TextField label={t.substituteId} maxLength={20} inputMode="numeric" {...field('substitute.idNumber')} />
        <TextField label={t.phone} maxLength={20} type="tel" {...field('substitute.phone')} />
      </div>
      <DoubtList about={['substituteIdProvince']} />
      <TextField label={t.address} maxLength={300} spellCheck={false} {...field('substitute.address')} />
      {substitute.kind === 'authorisedPerson' && (
        <>
          <h3>{t.paper}</h3>
          <div className="columns">
            <TextField label={t.paperNumber} maxLength={200} {...field('substitute.paperNumber')} />
            <TextField label={t.paperDate} hint={t.dayHint} maxLength={20} {...field('substitute.paperDate')} />
            <TextField
              label={t.certifiedBy}
              hint={t.certifiedByHint}
              maxLength={200}
              spellCheck={false}
              {...field('substitute.certifiedBy')}
            />
            <TextField
              label={t.validUntil}
              hint={t.validUntilHint}
              maxLength={20}
              {...field('substitute.validUntil')}
            />
          </div>
          <DoubtList about={['authorisationNotInForce']} />
        </>
      )}
    </>
  )
}
