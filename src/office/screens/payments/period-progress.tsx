// How paying goes on: by kind, by way of payment, by hamlet, by officer, and why people were not paid.
import { Link } from 'wouter'
import { formatDong } from '../../../domain/money.ts'
import type { PayTotals, PeriodDetail, PeriodKey } from '../../../protocol/office/periods.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { addressOf } from './month-page.tsx'
import { TotalsTable } from './totals-table.tsx'

type Props = { at: PeriodKey; detail: PeriodDetail }

/** The figures of a month; each leads to the people behind it. */
export function PeriodProgress({ at, detail }: Props) {
  const t = useWords(paymentWords)
  const terms = useWords(paymentTerms)
  const to = (query: Record<string, string>) => `${addressOf(at, '/nguoi')}?${new URLSearchParams(query).toString()}`
  return (
    <>
      <Figures at={at} totals={detail.totals} />
      <TotalsTable
        title={t.byChannel}
        first={t.channel}
        rows={detail.byChannel.map(({ channel, totals }) => ({
          key: channel,
          name: <Link href={to({ 'phuong-thuc': channel })}>{terms.channel[channel]}</Link>,
          totals,
        }))}
      />
      <section aria-labelledby="by-kind" className="stack">
        <h2 id="by-kind">{t.byKind}</h2>
        <div className="table-scroll">
          <table className="table office-table">
            <thead>
              <tr>
                <th scope="col">{t.kind}</th>
                <th scope="col" className="number">
                  {t.items}
                </th>
                <th scope="col" className="number">
                  {t.due}
                </th>
              </tr>
            </thead>
            <tbody>
              {detail.byKind.map(({ kind, items, due }) => (
                <tr key={kind}>
                  <th scope="row">{terms.kind[kind]}</th>
                  <td data-label={t.items} className="number">
                    {items.toLocaleString('vi-VN')}
                  </td>
                  <td data-label={t.due} className="number office-nowrap">
                    {formatDong(due)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {detail.byHamlet.length > 0 && (
        <TotalsTable
          title={t.byHamlet}
          first={t.hamlet}
          beside={{ title: t.officer }}
          rows={detail.byHamlet.map(({ hamlet, totals, officers }) => ({
            key: hamlet ?? '',
            name: hamlet === null ? t.noHamlet : <Link href={to({ 'phuong-thuc': 'home', ap: hamlet })}>{hamlet}</Link>,
            beside: officers.map(({ name, people }) => `${name ?? t.nobody} (${people})`).join(', '),
            totals,
          }))}
        />
      )}
      {detail.byOfficer.length > 0 && (
        <TotalsTable
          title={t.byOfficer}
          first={t.officer}
          rows={detail.byOfficer.map(({ staff, name, totals }) => ({
            key: staff ?? '',
            name: <Link href={to({ 'nguoi-chi': staff ?? 'nobody' })}>{name ?? t.nobody}</Link>,
            totals,
          }))}
        />
      )}
      {detail.byReason.length > 0 && (
        <section aria-labelledby="by-reason" className="stack">
          <h2 id="by-reason">{t.byReason}</h2>
          <div className="table-scroll">
            <table className="table office-table">
              <thead>
                <tr>
                  <th scope="col">{t.reason}</th>
                  <th scope="col" className="number">
                    {t.people}
                  </th>
                  <th scope="col" className="number">
                    {t.unpaid}
                  </th>
                </tr>
              </thead>
              <tbody>
                {detail.byReason.map(({ reason, people, unpaid }) => (
                  <tr key={reason}>
                    <th scope="row">{terms.reason[reason]}</th>
                    <td data-label={t.people} className="number">
                      {people}
                    </td>
                    <td data-label={t.unpaid} className="number office-nowrap">
                      {formatDong(unpaid)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  )
}

function Figures({ at, totals }: { at: PeriodKey; totals: PayTotals }) {
  const t = useWords(paymentWords)
  const figures = [
    { name: t.due, value: formatDong(totals.due), href: addressOf(at, '/nguoi') },
    { name: t.paid, value: formatDong(totals.counted), href: `${addressOf(at, '/nguoi')}?tinh-trang=paid` },
    ...(totals.difference === 0
      ? []
      : [
          {
            name: totals.difference > 0 ? t.more : t.less,
            value: formatDong(Math.abs(totals.difference)),
            href: `${addressOf(at, '/nguoi')}?tinh-trang=paid`,
          },
        ]),
    ...(totals.elsewhere === 0
      ? []
      : [{ name: t.elsewhere, value: formatDong(totals.elsewhere), href: addressOf(at, '/nguoi') }]),
    { name: t.unpaid, value: formatDong(totals.unpaid), href: addressOf(at, '/nguoi') },
    {
      name: t.people,
      value: t.progress(totals.paid.toLocaleString('vi-VN'), totals.people.toLocaleString('vi-VN')),
      href: addressOf(at, '/nguoi'),
    },
    {
      name: t.openMatters,
      value: totals.openMatters.toLocaleString('vi-VN'),
      href: `${addressOf(at, '/nguoi')}?can-xu-ly=1`,
    },
  ]
  return (
    <section aria-labelledby="totals" className="stack">
      <h2 id="totals">{t.totals}</h2>
      <ul className="office-figures payments-figures">
        {figures.map(({ name, value, href }) => (
          <li key={name}>
            <Link className="office-figure" href={href}>
              <span className="office-figure__number payments-figure">{value}</span>
              <span className="office-figure__name">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
