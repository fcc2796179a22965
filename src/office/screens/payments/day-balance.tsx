import { formatDate } from '../../../domain/calendar-date.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import type { DayRow } from '../../../protocol/office/reconciliation.ts'
import { settlementWords } from '../../../text/office/settlements.ts'
import { Link } from 'wouter'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { addressOf } from './month-page.tsx'

/** What was missing or too much in the evening, and why. */
function differenceOf(
  { difference, differenceReason }: DayRow['settlements'][number],
  words: Pick<typeof settlementWords.vi, 'tooLittle' | 'tooMuch'>,
): string {
  const say = difference < 0 ? words.tooLittle : words.tooMuch
  return say(formatDong(Math.abs(difference)), differenceReason ?? '–')
}

const toneOf = { open: 'warn', addition: 'warn', differs: 'bad', even: 'good' } as const

/** One officer's day: its balance in a line, the settlements and loose records when opened. */
export function DayBalance({ at, day }: { at: PeriodKey; day: DayRow }) {
  const words = useWords(settlementWords)
  const facts = [
    [words.out, day.out],
    [words.paidOut, day.paid],
    [words.returned, day.returned],
    [words.missing, day.missing],
  ] as const
  const loose = [
    { count: day.unsettled.length, say: words.unsettled },
    { count: day.voidedSince.length, say: words.voidedSince },
    { count: day.notThere.length, say: words.notThere },
  ].filter(({ count }) => count > 0)
  return (
    <article className="card stack stack--tight">
      <div className="row row--between">
        <h3>
          {formatDate(day.day)} · {day.staffName}
        </h3>
        <Badge tone={toneOf[day.state]}>{words.balance[day.state]}</Badge>
      </div>
      <dl className="facts facts--short">
        {facts.map(([name, amount]) => (
          <div key={name} className="office-fact">
            <dt>{name}</dt>
            <dd>{formatDong(amount)}</dd>
          </div>
        ))}
      </dl>
      {loose.length > 0 && (
        <ul>
          {loose.map(({ count, say }) => (
            <li key={say(count)}>{say(count)}</li>
          ))}
        </ul>
      )}
      {day.payments.length > 0 && (
        <details>
          <summary className="office-summary">{words.payments(day.payments.length)}</summary>
          <ul className="stack stack--tight">
            {day.payments.map(({ id, beneficiary, name, amount, voided }) => (
              <li key={id}>
                <Link className="office-table__main" href={addressOf(at, `/nguoi/${beneficiary}`)}>
                  {name}
                </Link>{' '}
                · {formatDong(amount)}
                {voided && ` · ${words.voided}`}
                {day.unsettled.includes(id) && ` · ${words.notSettled}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {day.settlements.length > 0 && (
        <details>
          <summary className="office-summary">{words.settlements(day.settlements.length)}</summary>
          <ul className="stack">
            {day.settlements.map((settlement) => (
              <li key={settlement.id}>
                <strong>{words.settlementAt(formatMoment(settlement.at))}</strong>
                {settlement.isAddition && ` (${words.additional})`}
                <div>
                  {[
                    `${words.out} ${formatDong(settlement.cashOut)}`,
                    `${words.paidOut} ${formatDong(settlement.paid)}`,
                    `${words.returned} ${formatDong(settlement.returned)}`,
                  ].join(' · ')}
                </div>
                {settlement.difference !== 0 && <div>{differenceOf(settlement, words)}</div>}
                {settlement.counted.some(({ count }) => count > 0) && (
                  <div>
                    {words.notes}:{' '}
                    {settlement.counted
                      .filter(({ count }) => count > 0)
                      .map(({ note, count }) => words.noteCount(formatDong(note), count))
                      .join(', ')}
                  </div>
                )}
                {settlement.receiver !== null && <div>{words.receiver(settlement.receiver)}</div>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}
