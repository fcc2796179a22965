// The people of a month: searched, filtered and paged on the server.
import { useCallback, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { formatDong } from '../../../domain/money.ts'
import { Channel } from '../../../domain/payment/channel.ts'
import { type PayeeRow, type PayeesPage, PayeesQuery, PayeeState } from '../../../protocol/office/period-people.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { listPayees } from '../../actions/manage-payments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { usePages } from '../../frame/use-loaded.ts'
import { useTyped } from '../../frame/use-typed.ts'
import { addressOf, MonthPage } from './month-page.tsx'
import { toneOfPayee } from './tone-of-period.ts'

/** What stands in the address, as the server wants it; what makes no sense there is left out. */
function queryIn(search: URLSearchParams, typed: string): Partial<PayeesQuery> {
  const asked = {
    q: typed,
    hamlet: search.get('ap') ?? '',
    channel: search.get('phuong-thuc') ?? '',
    state: search.get('tinh-trang') ?? '',
    staff: search.get('nguoi-chi') ?? '',
    open: search.get('can-xu-ly') ?? '',
  }
  const set = Object.entries(asked).filter(([name, value]) => value !== '' && isValid(name, value))
  return Object.fromEntries(set)
}

function isValid(name: string, value: string): boolean {
  return PayeesQuery.pick({ [name]: true } as { q: true }).safeParse({ [name]: value }).success
}

/** People of a month. */
export function PayeesScreen({ at }: { at: PeriodKey }) {
  const { commune, period } = at
  const t = useWords(payeeWords)
  const all = useWords(frameWords).all
  const terms = useWords(paymentTerms)
  const [search, setSearch] = useSearchParams()
  const [q, setQ] = useState('')
  const typed = useTyped(q).trim()
  const asked = search.toString()
  const pages = usePages<PayeeRow, PayeesPage>(
    useCallback(
      (cursor, signal) =>
        listPayees({ commune, period }, { ...queryIn(new URLSearchParams(asked), typed), cursor }, signal),
      [commune, period, asked, typed],
    ),
  )
  const staff = search.get('nguoi-chi') ?? ''
  const set = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      if (value === '') next.delete(name)
      else next.set(name, value)
      return next
    })
  return (
    <MonthPage at={at}>
      <search className="office-filters">
        <TextField label={t.search} type="search" value={q} onChange={(event) => setQ(event.target.value)} />
        <SelectField
          label={t.channel}
          value={search.get('phuong-thuc') ?? ''}
          onChange={(event) => set('phuong-thuc', event.target.value)}
          placeholder={all}
          options={Channel.options.map((value) => ({ value, label: terms.channel[value] }))}
        />
        <SelectField
          label={t.state}
          value={search.get('tinh-trang') ?? ''}
          onChange={(event) => set('tinh-trang', event.target.value)}
          placeholder={all}
          options={PayeeState.options.map((value) => ({ value, label: terms.standing[value] }))}
        />
        {(search.get('ap') ?? '') !== '' && (
          <SelectField
            label={t.hamlet}
            value={search.get('ap') ?? ''}
            onChange={(event) => set('ap', event.target.value)}
            placeholder={all}
            options={[{ value: search.get('ap') ?? '', label: search.get('ap') ?? '' }]}
          />
        )}
        {staff !== '' && (
          <SelectField
            label={t.officer}
            value={staff}
            onChange={(event) => set('nguoi-chi', event.target.value)}
            placeholder={all}
            options={[
              { value: staff, label: staff === 'nobody' ? t.nobody : (pages.items[0]?.staffName ?? t.theOfficer) },
            ]}
          />
        )}
        <CheckField
          label={t.onlyOpen}
          checked={search.get('can-xu-ly') === '1'}
          onChange={(event) => set('can-xu-ly', event.target.checked ? '1' : '')}
        />
      </search>
      <p className="soft" role="status">
        {pages.first && t.found(pages.first.total.toLocaleString('vi-VN'))}
      </p>
      {pages.items.length > 0 && <PayeeTable at={at} people={pages.items} />}
      <MoreRows {...pages} empty={pages.first && pages.items.length === 0 ? t.none : null} />
    </MonthPage>
  )
}

function PayeeTable({ at, people }: { at: PeriodKey; people: readonly PayeeRow[] }) {
  const t = useWords(payeeWords)
  const terms = useWords(paymentTerms)
  return (
    <div className="table-scroll">
      <table className="table office-table">
        <caption>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.hamlet}</th>
            <th scope="col">{t.channel}</th>
            <th scope="col">{t.officer}</th>
            <th scope="col" className="number">
              {t.due}
            </th>
            <th scope="col" className="number">
              {t.unpaid}
            </th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.beneficiary}>
              <td>
                <Link className="office-table__main" href={addressOf(at, `/nguoi/${person.beneficiary}`)}>
                  {person.name}
                </Link>
              </td>
              <td data-label={t.hamlet}>{person.hamlet}</td>
              <td data-label={t.channel}>{terms.channel[person.channel]}</td>
              <td data-label={t.officer}>{person.staffName ?? (person.channel === 'home' ? t.nobody : '')}</td>
              <td data-label={t.due} className="number office-nowrap">
                {formatDong(person.due)}
              </td>
              <td data-label={t.unpaid} className="number office-nowrap">
                {formatDong(person.unpaid)}
              </td>
              <td data-label={t.state}>
                <Badge tone={toneOfPayee[person.state]}>{terms.standing[person.state]}</Badge>
                {person.reason !== null && <div className="soft">{terms.reason[person.reason]}</div>}
                {person.openMatters > 0 && <div>{t.waiting(person.openMatters)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
