import { registerWords } from '../../../text/tablet/register.ts'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useRegistration } from './registration-context.tsx'

/** The commune that the registration belongs to: the list's own, or the officer's choice where there are several. */
export function CommuneField() {
  const t = useWords(registerWords)
  const { communes } = useSession()
  const { draft, commune, setCommune } = useRegistration()
  if (draft.subject === null && communes.length > 1) {
    return (
      <SelectField
        label={t.commune}
        options={communes.map(({ code, name }) => ({ value: code, label: name }))}
        value={commune}
        onChange={({ target }) => {
          const chosen = communes.find(({ code }) => code === target.value)
          if (chosen) setCommune(chosen.code)
        }}
      />
    )
  }
  return (
    <div className="field">
      <span className="field__label">{t.commune}</span>
      <span className="register__fixed">{communes.find(({ code }) => code === commune)?.name ?? commune}</span>
    </div>
  )
}
