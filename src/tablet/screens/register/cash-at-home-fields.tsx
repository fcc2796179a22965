import { HomeReason } from '../../../domain/payment-method.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useField } from './registration-context.tsx'

/** Why the money has to be brought home. */
export function CashAtHomeFields() {
  const t = useWords(registerWords)
  const terms = useWords(termWords)
  const field = useField()
  return (
    <>
      <ChoiceGroup
        legend={t.homeReason}
        columns
        options={HomeReason.options.map((reason) => ({ value: reason, label: terms.homeReason[reason] }))}
        {...field('method.homeReason')}
      />
      <TextField label={t.homeNote} maxLength={500} spellCheck={false} {...field('method.homeNote')} />
    </>
  )
}
