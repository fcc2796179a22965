// Which communes somebody works in: all, or some of those that the chooser works in.
import { useState } from 'react'
import type { CommuneCode } from '../../../domain/ids.ts'
import { searchKey } from '../../../domain/person-name.ts'
import { staffWords } from '../../../text/office/staff.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { FieldError } from '../../../ui/field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useSession } from '../../frame/session-context.tsx'

type Props = {
  all: boolean
  onAll: (all: boolean) => void
  chosen: readonly CommuneCode[]
  onChosen: (chosen: CommuneCode[]) => void
  error: string | undefined
}

const searchFrom = 12

/** Tick boxes with a search above them when there are many. */
export function CommuneChoice({ all, onAll, chosen, onChosen, error }: Props) {
  const { communes } = useSession().session
  const t = useWords(staffWords)
  const [q, setQ] = useState('')
  const wanted = searchKey(q)
  const shown = communes.filter(({ code, name }) => chosen.includes(code) || searchKey(name).includes(wanted))
  return (
    <fieldset className="field stack stack--tight" aria-describedby="communes-error">
      <legend className="field__label">{t.communes}</legend>
      <CheckField
        label={t.allCommunes}
        hint={t.allCommunesHint}
        checked={all}
        onChange={(event) => onAll(event.target.checked)}
      />
      {!all && (
        <>
          {communes.length > searchFrom && (
            <TextField label={t.communeSearch} type="search" value={q} onChange={(event) => setQ(event.target.value)} />
          )}
          <p className="soft" role="status">
            {t.communesChosen(chosen.length)}
          </p>
          <div className="office-communes">
            {shown.map(({ code, name }) => (
              <CheckField
                key={code}
                label={name}
                checked={chosen.includes(code)}
                onChange={(event) =>
                  onChosen(event.target.checked ? [...chosen, code] : chosen.filter((other) => other !== code))
                }
              />
            ))}
          </div>
        </>
      )}
      <FieldError id="communes-error" error={error} />
    </fieldset>
  )
}
