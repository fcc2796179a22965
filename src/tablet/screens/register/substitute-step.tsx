import { Suspense } from 'react'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'
import { useField, useRegistration } from './registration-context.tsx'

const SubstituteFields = lazyPart(async () => (await import('./substitute-fields.tsx')).SubstituteFields)

/** Step 2: who receives in the beneficiary's place. */
export function SubstituteStep() {
  const t = useWords(registerWords)
  const terms = useWords(termWords)
  const field = useField()
  const { form, values } = useRegistration()
  return (
    <>
      <ChoiceGroup
        legend={t.substituteKind}
        options={(['none', 'guardian', 'authorisedPerson'] as const).map((kind) => ({
          value: kind,
          label: terms.substitute[kind],
        }))}
        {...field('substitute.kind', (kind) => {
          // A guardian answers for a ward; everybody else is asked in person, until the officer says otherwise.
          form.setValue('answeredBy', kind === 'guardian' ? 'substitute' : 'self')
        })}
      />
      {values.substitute.kind !== 'none' && (
        <Suspense>
          <SubstituteFields />
        </Suspense>
      )}
    </>
  )
}
