// What stands in the way of locking, and what somebody should know.
import { Link } from 'wouter'
import { formatDong } from '../../../domain/money.ts'
import type { PeriodKey, PeriodProblemRow } from '../../../protocol/office/periods.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { LongRows } from './long-rows.tsx'
import { addressOf } from './month-page.tsx'

type Props = { at: PeriodKey; problems: readonly PeriodProblemRow[] }

/** Problems with the people named, those that stop the list first. */
export function PeriodProblems({ at, problems }: Props) {
  const t = useWords(paymentWords)
  const sorted = problems.toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
  return (
    <section aria-labelledby="problems" className="stack">
      <h2 id="problems">{t.problems}</h2>
      {problems.length === 0 && <p className="soft">{t.noProblems}</p>}
      {problems.length > 0 && (
        <LongRows
          rows={sorted}
          head={
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.hamlet}</th>
              <th scope="col">{t.problem}</th>
              <th scope="col">{t.state}</th>
            </tr>
          }
          row={(problem, index) => (
            <tr key={`${problem.kind}/${problem.beneficiary}/${problem.item ?? index}`}>
              <td>
                <Link className="office-table__main" href={addressOf(at, `/nguoi/${problem.beneficiary}`)}>
                  {problem.name}
                </Link>
              </td>
              <td data-label={t.hamlet}>{problem.hamlet}</td>
              <td data-label={t.problem}>
                {t.problemOf[problem.kind]({
                  amount: formatDong(problem.amount ?? 0),
                  listed: formatDong(problem.listed ?? 0),
                })}
              </td>
              <td data-label={t.state}>
                <Badge tone={problem.blocks ? 'bad' : 'warn'}>{problem.blocks ? t.blocks : t.warns}</Badge>
              </td>
            </tr>
          )}
        />
      )}
    </section>
  )
}
