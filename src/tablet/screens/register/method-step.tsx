import { Suspense } from 'react'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'
import { useField, useRegistration } from './registration-context.tsx'

const MethodFields = lazyPart(async () => (await import('./method-fields.tsx')).MethodFields)

const kinds = ['bankAccount', 'digitalAccount', 'cashAtPoint', 'cashAtHome'] as const

/** Step 3: how the money is to be received. */
export function MethodStep() {
  const t = useWords(registerWords)
  const terms = useWords(termWords)
  const field = useField()
  const { kind } = useRegistration().values.method
  return (
    <>
      <ChoiceGroup
        legend={t.methodKind}
        columns
        options={kinds.map((one) => ({ value: one, label: terms.method[one] }))}
        {...field('method.kind')}
      />
      {kind !== '' && (
        <Suspense>
          <MethodFields />
        </Suspense>
      )}
    </>
  )
}
