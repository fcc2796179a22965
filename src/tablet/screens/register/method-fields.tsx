import { registerWords } from '../../../text/tablet/register.ts'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { BankFields } from './bank-fields.tsx'
import { CashAtHomeFields } from './cash-at-home-fields.tsx'
import { DigitalFields } from './digital-fields.tsx'
import { useField, useRegistration } from './registration-context.tsx'

/** What has to be known for the method that was chosen. */
export function MethodFields() {
  const t = useWords(registerWords)
  const field = useField()
  switch (useRegistration().values.method.kind) {
    case '':
      return null
    case 'bankAccount':
      return <BankFields />
    case 'digitalAccount':
      return <DigitalFields />
    case 'cashAtPoint':
      return (
        <TextField label={t.point} hint={t.pointHint} maxLength={200} spellCheck={false} {...field('method.point')} />
      )
    case 'cashAtHome':
      return <CashAtHomeFields />
  }
}
