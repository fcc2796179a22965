import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useField, useRegistration, useTick } from './registration-context.tsx'

/** Mobile money or an e-wallet that is there, or one to be opened. */
export function DigitalFields() {
  const t = useWords(registerWords)
  const terms = useWords(termWords)
  const field = useField()
  const tick = useTick()
  const { openDigitalAccount } = useRegistration().values.method
  return (
    <>
      <TextField
        label={t.provider}
        hint={t.providerHint}
        maxLength={200}
        spellCheck={false}
        {...field('method.provider')}
      />
      <CheckField label={terms.openAccount} {...tick('method.openDigitalAccount')} />
      {!openDigitalAccount && (
        <TextField label={t.digitalPhone} maxLength={20} type="tel" {...field('method.digitalPhone')} />
      )}
    </>
  )
}
