// Where the work stands, and what needs a hand.
import { Link } from 'wouter'
import { formatDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { ReviewState } from '../../../domain/review.ts'
import type { Overview } from '../../../protocol/office/overview.ts'
import { overviewWords } from '../../../text/office/overview.ts'
import { termWords } from '../../../text/office/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { readOverview } from '../../actions/read-overview.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { Arrivals } from './arrivals.tsx'

/** `Tổng quan`. */
export function OverviewScreen() {
  const t = useWords(overviewWords)
  const loaded = useLoaded(readOverview)
  return (
    <Page title={t.title}>
      <MoreRows {...loaded} loading={loaded.loading && loaded.value === null} more={null} empty={null} />
      {loaded.value && <Figures overview={loaded.value} />}
    </Page>
  )
}

function Figures({ overview }: { overview: Overview }) {
  const t = useWords(overviewWords)
  const terms = useWords(termWords)
  const seesPeople = useMay('seePeople')
  const figures = [
    { name: t.people, count: overview.people, href: '/danh-sach' },
    ...ReviewState.options.map((state) => ({
      name: terms.review[state],
      count: overview.registrations[state],
      href: `/ho-so?trang-thai=${state}`,
    })),
  ]
  return (
    <>
      <Attention overview={overview} />
      <section aria-labelledby="figures" className="stack">
        <h2 id="figures">{t.figures}</h2>
        <ul className="office-figures">
          {figures.map(({ name, count, href }) => {
            const inside = (
              <>
                <span className="office-figure__number">{count.toLocaleString('vi-VN')}</span>
                <span className="office-figure__name">{name}</span>
              </>
            )
            return (
              <li key={href}>
                {seesPeople ? (
                  <Link className="office-figure" href={href}>
                    {inside}
                  </Link>
                ) : (
                  <div className="office-figure">{inside}</div>
                )}
              </li>
            )
          })}
        </ul>
      </section>
      {overview.byCommune.length > 0 && <ByCommune overview={overview} />}
      <section aria-labelledby="arrivals" className="stack">
        <h2 id="arrivals">{t.arrivals}</h2>
        <Arrivals
          arrivals={overview.arrivals.map(({ day, records }) => ({ day: formatDate(day as CalendarDate), records }))}
        />
      </section>
    </>
  )
}

function Attention({ overview }: { overview: Overview }) {
  const t = useWords(overviewWords)
  const reviews = useMay('reviewRegistrations')
  const tablets = useMay('manageTablets')
  const todo = [
    { count: overview.registrations.new, say: t.waiting, href: '/ho-so?trang-thai=new', mine: reviews },
    { count: overview.quarantined, say: t.quarantined, href: '/ho-so/giu-lai', mine: reviews },
    { count: overview.photosMissing, say: t.photosMissing, href: '/ho-so', mine: reviews },
    { count: overview.frozenTablets, say: t.frozen, href: '/may-va-nguoi-dung', mine: tablets },
    { count: overview.recoveriesWaiting, say: t.recoveries, href: '/may-va-nguoi-dung/quen-ma-pin', mine: tablets },
  ].filter(({ count }) => count > 0)
  const nothing = todo.length === 0 && overview.silentTablets.length === 0
  return (
    <section aria-labelledby="attention" className="card stack stack--tight">
      <h2 id="attention">{t.attention}</h2>
      {nothing && <p className="soft">{t.nothingToDo}</p>}
      <ul className="office-todo">
        {todo.map(({ count, say, href, mine }) => (
          <li key={href + say(1)}>
            {mine ? (
              <Link href={href} className="office-todo__link">
                {say(count)}
              </Link>
            ) : (
              say(count)
            )}
          </li>
        ))}
      </ul>
      {overview.silentTablets.length > 0 && (
        <>
          <h3>{t.silent(overview.silentAfterDays)}</h3>
          <ul>
            {overview.silentTablets.map(({ profileId, staffName, lastContact, recordsWaiting }) => (
              <li key={profileId}>
                {[
                  staffName,
                  lastContact && t.lastContact(formatMoment(lastContact)),
                  recordsWaiting ? t.recordsWaiting(recordsWaiting) : null,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function ByCommune({ overview }: { overview: Overview }) {
  const t = useWords(overviewWords)
  const terms = useWords(termWords)
  return (
    <section aria-labelledby="communes" className="stack">
      <h2 id="communes">{t.byCommune}</h2>
      <div className="table-scroll">
        <table className="table office-table">
          <thead>
            <tr>
              <th scope="col">{t.commune}</th>
              <th scope="col" className="number">
                {t.people}
              </th>
              {ReviewState.options.map((state) => (
                <th key={state} scope="col" className="number">
                  {terms.review[state]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overview.byCommune.map((row) => (
              <tr key={row.commune}>
                <th scope="row">{row.name}</th>
                <td data-label={t.people} className="number">
                  {row.people.toLocaleString('vi-VN')}
                </td>
                {ReviewState.options.map((state) => (
                  <td key={state} data-label={terms.review[state]} className="number">
                    {row.registrations[state].toLocaleString('vi-VN')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
