// Chooses one of the communes in scope, or all of them.
import { divisionOfToday } from '../../domain/division.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import { frameWords } from '../../text/office/frame.ts'
import { useWords } from '../../ui/language.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useSession } from './session-context.tsx'

const unitNamed = (code: string) => divisionOfToday.units.get(code as CommuneCode)?.name

type Props = { label: string; value: string; onChange: (commune: string) => void }

/** Nothing to choose for somebody who works in one commune. */
export function CommuneFilter({ label, value, onChange }: Props) {
  const { communes } = useSession().session
  const t = useWords(frameWords)
  if (communes.length < 2) return null
  return (
    <SelectField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      placeholder={t.allCommunes}
      options={communes.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}

/** Name of a commune, in scope or not; its code when today's division has none of that code. */
export function useCommuneName(): (code: string) => string {
  const { communes } = useSession().session
  return (code) => communes.find((commune) => commune.code === code)?.name ?? unitNamed(code) ?? code
}
