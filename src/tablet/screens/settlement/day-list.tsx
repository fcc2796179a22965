import { formatDate } from '../../../domain/calendar-date.ts'
import { type DayToSettle, groupKey } from '../../../domain/payment/days-to-settle.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import { settlementWords } from '../../../text/tablet/settlement.ts'
import { Badge } from '../../../ui/badge.tsx'
import type { Tone } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useSession } from '../../frame/session-context.tsx'

type DayState = keyof typeof settlementWords.vi.state

const toneOf: Record<DayState, Tone | 'plain'> = {
  open: 'info',
  addition: 'warn',
  drafts: 'warn',
  settled: 'good',
  nothing: 'plain',
}

/** How a day stands, in a word. */
function stateOf({ plan, payments }: DayToSettle): DayState {
  if (plan.kind === 'refused') return 'drafts'
  if (plan.kind === 'nothingToSettle') return 'settled'
  if (plan.isAddition) return 'addition'
  return payments.length === 0 ? 'nothing' : 'open'
}

type Props = { days: readonly DayToSettle[]; chosen: string; onChoose: (key: string) => void }

/** The days of this officer, the latest first; each with how it stands. */
export function DayList({ days, chosen, onChoose }: Props) {
  const t = useWords(settlementWords)
  const { communes } = useSession()
  return (
    <ul className="days" aria-label={t.days}>
      {days.map((day) => {
        const key = groupKey(day)
        const state = stateOf(day)
        return (
          <li key={key}>
            <button
              type="button"
              className="days__day"
              aria-current={key === chosen ? 'true' : undefined}
              onClick={() => onChoose(key)}
            >
              <span>
                {t.dayOf(formatDate(day.day), formatPeriod(day.period))}
                {communes.length > 1 && (
                  <span className="soft">
                    {' '}
                    · {communes.find(({ code }) => code === day.commune)?.name ?? day.commune}
                  </span>
                )}
              </span>
              <Badge tone={toneOf[state]}>{t.state[state]}</Badge>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
