import { Suspense } from 'react'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'
import { CashAtHomeFields } from './cash-at-home-fields.tsx'
import { DigitalFields } from './digital-fields.tsx'
import { useField, useRegistration } from './registration-context.tsx'

const BankFields = lazyPart(async () => (await import('./bank-fields.tsx')).BankFields)

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
      {kind === 'bankAccount' && (
        <Suspense>
          <BankFields />
        </Suspense>
      )}
      {kind === 'digitalAccount' && <DigitalFields />}
      {kind === 'cashAtPoint' && (
        <TextField label={t.point} hint={t.pointHint} maxLength={200} spellCheck={false} {...field('method.point')} />
      )}
      {kind === 'cashAtHome' && <CashAtHomeFields />}
    </>
  )
}
