// The list of beneficiaries: searched, filtered and paged on the server.
import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { formatDate, PartialDate } from '../../../domain/calendar-date.ts'
import type { CommuneCode } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PeoplePage, PeopleQuery, PersonRow } from '../../../protocol/office/people.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { peopleWords } from '../../../text/office/people.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { listPeople } from '../../actions/read-people.ts'
import { CommuneFilter, useCommuneName } from '../../frame/commune-filter.tsx'
import { MoreRows } from '../../frame/more-rows.tsx'
import { Page } from '../../frame/page.tsx'
import { toneOfReview } from '../../frame/review-tone.ts'
import { useMay, useSession } from '../../frame/session-context.tsx'
import { usePages } from '../../frame/use-loaded.ts'
import { useTyped } from '../../frame/use-typed.ts'
import { ExportLinks } from './export-links.tsx'
import { notNarrowed, PeopleFilters } from './people-filters.tsx'

/** `Danh sách`. */
export function PeopleScreen() {
  const t = useWords(peopleWords)
  const addWord = useWords(listEditWords).add
  const mayEdit = useMay('editList')
  const [q, setQ] = useState('')
  const [commune, setCommune] = useState('')
  const [narrowing, setNarrowing] = useState(notNarrowed)
  const typed = useTyped(q)
  const pages = usePages<PersonRow, PeoplePage>(
    useCallback(
      (cursor, signal) =>
        listPeople(
          {
            cursor,
            ...(typed.trim() !== '' && { q: typed.trim() }),
            ...(commune !== '' && { commune: commune as CommuneCode }),
            // What was chosen comes from the lists of the protocol; queryOf leaves out what is empty.
            ...(narrowing as Partial<PeopleQuery>),
          },
          signal,
        ),
      [typed, commune, narrowing],
    ),
  )
  const filtered = typed !== '' || commune !== '' || Object.values(narrowing).some((value) => value !== '')
  return (
    <Page
      title={t.title}
      actions={
        <>
          <ExportLinks commune={commune} />
          {mayEdit && (
            <Link className="button button--secondary" href="/danh-sach/them">
              {addWord}
            </Link>
          )}
        </>
      }
    >
      <search className="office-filters">
        <TextField label={t.searchLabel} type="search" value={q} onChange={(event) => setQ(event.target.value)} />
        <CommuneFilter
          label={t.commune}
          value={commune}
          onChange={(code) => {
            setCommune(code)
            // A hamlet of another commune would find nobody.
            setNarrowing({ ...narrowing, hamlet: '' })
          }}
        />
        <PeopleFilters counts={pages.first?.counts ?? null} narrowing={narrowing} onChange={setNarrowing} />
      </search>
      <p className="soft" role="status">
        {pages.first && t.found(pages.first.total)}
      </p>
      {pages.items.length > 0 && <PeopleTable people={pages.items} />}
      <MoreRows
        {...pages}
        empty={pages.first && pages.items.length === 0 ? (filtered ? t.nobody : t.emptyList) : null}
      />
    </Page>
  )
}

function PeopleTable({ people }: { people: readonly PersonRow[] }) {
  const t = useWords(peopleWords)
  const terms = useWords(termWords)
  const severalCommunes = useSession().session.communes.length > 1
  const communeName = useCommuneName()
  return (
    <div className="table-scroll">
      <table className="table office-table">
        <caption>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.birth}</th>
            <th scope="col">{t.idNumber}</th>
            <th scope="col">{t.hamlet}</th>
            <th scope="col">{t.programme}</th>
            <th scope="col" className="number">
              {t.monthly}
            </th>
            <th scope="col">{t.method}</th>
            <th scope="col">{t.registration}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                <Link className="office-table__main" href={`/danh-sach/${person.id}`}>
                  {person.name}
                </Link>
              </td>
              <td data-label={t.birth} className="office-nowrap">
                {person.birth && formatDate(PartialDate.parse(person.birth))}
              </td>
              <td data-label={t.idNumber}>{person.idNumber}</td>
              <td data-label={t.hamlet}>
                {[person.hamlet, severalCommunes ? communeName(person.commune) : null].filter(Boolean).join(', ')}
              </td>
              <td data-label={t.programme}>{person.programmes.map((each) => terms.programme[each]).join(', ')}</td>
              <td data-label={t.monthly} className="number office-nowrap">
                {formatDong(person.monthly)}
              </td>
              <td data-label={t.method}>
                {person.method === 'unknown' ? terms.methodUnknown : terms.method[person.method]}
              </td>
              <td data-label={t.registration}>
                {person.review === null ? (
                  <span className="soft">{t.notRegistered}</span>
                ) : (
                  <Badge tone={toneOfReview[person.review]}>{terms.review[person.review]}</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
