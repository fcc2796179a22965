// What a person receives: one benefit with its terms through time.
import { Link } from 'wouter'
import { formatDate } from '../../../domain/calendar-date.ts'
import { categoryByCode } from '../../../domain/code-lists/categories.ts'
import type { Entitlement } from '../../../domain/entitlement.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { peopleWords } from '../../../text/office/people.ts'
import { termWords } from '../../../text/office/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { useMay } from '../../frame/session-context.tsx'
import { PeriodTable } from './period-table.tsx'

type Props = { benefit: Entitlement; periods: PersonDetail['periods'][string] }

/** Facts of today, and the table of other days where there are any. */
export function BenefitCard({ benefit, periods }: Props) {
  const t = useWords(peopleWords)
  const edit = useWords(listEditWords)
  const terms = useWords(termWords)
  const mayEdit = useMay('editList')
  const category = categoryByCode.get(benefit.category ?? '')?.name ?? benefit.categoryText
  const facts: [string, string | null][] = [
    [terms.field.programme, terms.programme[benefit.programme]],
    [t.category, category],
    [t.monthlyAmount, formatDong(benefit.monthly)],
    [t.arrears, benefit.arrears > 0 ? formatDong(benefit.arrears) : null],
    [t.decision, benefit.decision],
    [t.from, benefit.from && formatDate(benefit.from)],
    [t.until, benefit.until && formatDate(benefit.until)],
    [t.state, [terms.entitlement[benefit.state], benefit.stateReason].filter(Boolean).join(': ')],
  ]
  return (
    <div className="stack stack--tight person-benefit">
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name} className="office-fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {periods.length > 1 && <PeriodTable periods={periods} />}
      {mayEdit && (
        <div className="row">
          <Link
            className="button button--secondary"
            href={`/danh-sach/${benefit.beneficiary}/che-do/${benefit.id}`}
            aria-label={`${edit.changeBenefit}: ${category}`}
          >
            {edit.changeBenefit}
          </Link>
        </div>
      )}
    </div>
  )
}
