// The list of any day, for one person: where, which benefits, how paid.
import { type FormEvent, useState } from 'react'
import { type CalendarDate, formatDate } from '../../../domain/calendar-date.ts'
import { categoryByCode } from '../../../domain/code-lists/categories.ts'
import { divisionOn, divisionOfToday, whatItWas } from '../../../domain/division.ts'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import { parseTypedDay } from '../../../domain/registration/read-person.ts'
import type { PersonOnDay } from '../../../protocol/office/list-history.ts'
import { listHistoryWords } from '../../../text/office/list-history.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { readPersonOnDay } from '../../actions/edit-list.ts'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { describeMethod, describeSubstitute } from '../../frame/describe.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'

/** `Xem tại một ngày`. */
export function DayPanel({ id }: { id: BeneficiaryId }) {
  const t = useWords(listHistoryWords)
  const { ask } = useSession()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [found, setFound] = useState<PersonOnDay | null>(null)
  const look = async (event: FormEvent) => {
    event.preventDefault()
    const day = parseTypedDay(typed)
    setError(day === null ? t.dayUnreadable : undefined)
    if (day === null) return
    const answer = await ask(readPersonOnDay(id, day))
    setRefusal(answer.kind === 'ok' ? null : answer)
    if (answer.kind === 'ok') setFound(answer.value)
  }
  return (
    <section className="card stack" aria-labelledby="day">
      <h2 id="day">{t.dayTitle}</h2>
      <form className="person-day" onSubmit={(event) => void look(event)} noValidate>
        <TextField
          label={t.day}
          value={typed}
          maxLength={20}
          error={error}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t.look}</Button>
      </form>
      <RefusalNote refusal={refusal} />
      <div role="status">{found && <OnDay found={found} />}</div>
    </section>
  )
}

/** The units that today's unit was made of, where the day lies before. */
function unitsThen(commune: PersonOnDay['commune'], day: CalendarDate): string | null {
  if (divisionOn(day) === divisionOfToday) return null
  const units = whatItWas(commune).map(({ unit }) => unit.name)
  return units.length === 0 ? null : units.join(', ')
}

function OnDay({ found: { day, commune, beneficiary, benefits } }: { found: PersonOnDay }) {
  const t = useWords(listHistoryWords)
  const terms = useWords(termWords)
  const communeName = useCommuneName()
  const then = unitsThen(commune, day)
  const facts: [string, string][] = [
    [t.livedIn, [communeName(commune), then && `(${t.unitThen(then)})`].filter(Boolean).join(' ')],
    [terms.field.hamlet, beneficiary.hamlet ?? '–'],
    [terms.field.method, describeMethod(terms, beneficiary.method)],
    [terms.field.substitute, describeSubstitute(terms, beneficiary.substitute)],
  ]
  return (
    <div className="stack stack--tight">
      <h3>{t.onDay(formatDate(day))}</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="office-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="office-todo">
        {benefits.map(({ benefit, inForce }) => (
          <li key={benefit.id} className="row">
            <span>{categoryByCode.get(benefit.category ?? '')?.name ?? benefit.categoryText}</span>
            <strong>{formatDong(benefit.monthly)}</strong>
            <Badge tone={inForce ? 'good' : 'plain'}>
              {inForce || benefit.state === 'active'
                ? inForce
                  ? t.inForce
                  : t.notInForce
                : terms.entitlement[benefit.state]}
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  )
}
