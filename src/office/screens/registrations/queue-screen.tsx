// The review queue: what waits, in the order it came; everything else newest first.
import { useCallback, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { formatDate, PartialDate } from '../../../domain/calendar-date.ts'
import type { CommuneCode } from '../../../domain/ids.ts'
import { ReviewState } from '../../../domain/review.ts'
import type { RegistrationPage, RegistrationRow } from '../../../protocol/office/registrations.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { queueWords } from '../../../text/office/queue.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { listRegistrations } from '../../actions/review-registrations.ts'
import { CommuneFilter, useCommuneName } from '../../frame/commune-filter.tsx'
import { MoreRows } from '../../frame/more-rows.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { toneOfReview } from '../../frame/review-tone.ts'
import { useSession } from '../../frame/session-context.tsx'
import { usePages } from '../../frame/use-loaded.ts'
import { useRegistrationTabs } from '../../frame/use-places.ts'
import { useTyped } from '../../frame/use-typed.ts'

const everyState = 'all'

/** `Hồ sơ`, its first part. Which state is shown stands in the address. */
export function QueueScreen() {
  const t = useWords(queueWords)
  const all = useWords(frameWords).all
  const terms = useWords(termWords)
  const tabs = useRegistrationTabs()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('trang-thai') ?? 'new'
  const state = ReviewState.safeParse(asked).data
  const [q, setQ] = useState('')
  const [commune, setCommune] = useState('')
  const typed = useTyped(q).trim()
  const pages = usePages<RegistrationRow, RegistrationPage>(
    useCallback(
      (cursor, signal) =>
        listRegistrations(
          {
            cursor,
            state,
            ...(typed !== '' && { q: typed }),
            ...(commune !== '' && { commune: commune as CommuneCode }),
          },
          signal,
        ),
      [state, typed, commune],
    ),
  )
  const counted = (each: ReviewState) =>
    pages.first ? `${terms.review[each]} (${pages.first.counts[each].toLocaleString('vi-VN')})` : terms.review[each]
  return (
    <Page title={t.title} tabs={tabs}>
      <search className="office-filters">
        <TextField label={t.searchLabel} type="search" value={q} onChange={(event) => setQ(event.target.value)} />
        <SelectField
          label={t.state}
          value={state ?? everyState}
          onChange={(event) => setSearch({ 'trang-thai': event.target.value })}
          options={[
            ...ReviewState.options.map((value) => ({ value, label: counted(value) })),
            { value: everyState, label: all },
          ]}
        />
        <CommuneFilter label={t.commune} value={commune} onChange={setCommune} />
      </search>
      {pages.items.length > 0 && <QueueTable rows={pages.items} />}
      <MoreRows
        {...pages}
        empty={pages.first && pages.items.length === 0 ? (typed === '' ? t.empty[state ?? 'all'] : t.empty.all) : null}
      />
    </Page>
  )
}

function QueueTable({ rows }: { rows: readonly RegistrationRow[] }) {
  const t = useWords(queueWords)
  const terms = useWords(termWords)
  const communeName = useCommuneName()
  const severalCommunes = useSession().session.communes.length > 1
  return (
    <div className="table-scroll">
      <table className="table office-table">
        <caption className="visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.birth}</th>
            <th scope="col">{terms.field.hamlet}</th>
            <th scope="col">{t.officer}</th>
            <th scope="col">{t.received}</th>
            <th scope="col">{t.photos}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link className="office-table__main" href={`/ho-so/${row.id}`}>
                  {row.name}
                </Link>
              </td>
              <td data-label={t.birth} className="office-nowrap">
                {formatDate(PartialDate.parse(row.birth))}
              </td>
              <td data-label={terms.field.hamlet}>
                {[row.hamlet, severalCommunes ? communeName(row.commune) : null].filter(Boolean).join(', ')}
              </td>
              <td data-label={t.officer}>{row.officer}</td>
              <td data-label={t.received} className="office-nowrap">
                {formatMoment(row.receivedAt)}
              </td>
              <td data-label={t.photos}>
                {row.photos === 0 ? (
                  '–'
                ) : (
                  <Badge tone={row.photosMissing > 0 ? 'warn' : 'plain'}>
                    {t.photosArrived(row.photos - row.photosMissing, row.photos)}
                  </Badge>
                )}
              </td>
              <td data-label={t.state}>
                <span className="row">
                  <Badge tone={toneOfReview[row.state]}>{terms.review[row.state]}</Badge>
                  {row.isNew && <Badge tone="plain">{t.newPerson}</Badge>}
                  {row.replaced && <Badge tone="plain">{t.replaced}</Badge>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
