// The paying list on paper, for signatures by hand, with those made on a tablet beside the names.
import { useCallback, useState } from 'react'
import { formatDate, PartialDate } from '../../../domain/calendar-date.ts'
import { dongInWords } from '../../../domain/dong-in-words.ts'
import { formatDong } from '../../../domain/money.ts'
import { Channel } from '../../../domain/payment/channel.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import type { Sheet, SheetQuery, SheetRow } from '../../../protocol/office/period-people.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { apiBase } from '../../../protocol/version.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { settlementWords } from '../../../text/office/settlements.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { readSheet, sheetFileOf } from '../../actions/manage-payments.ts'
import { formatMoment } from '../../frame/moments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { MonthPage } from './month-page.tsx'

/** `Bảng ký nhận` of a month. */
export function SheetScreen({ at }: { at: PeriodKey }) {
  const { commune, period } = at
  const t = useWords(payeeWords)
  const words = useWords(settlementWords)
  const all = useWords(frameWords).all
  const terms = useWords(paymentTerms)
  const [channel, setChannel] = useState<Channel | ''>('home')
  const loaded = useLoaded(
    useCallback(
      (signal) => readSheet({ commune, period }, channel === '' ? {} : { channel }, signal),
      [commune, period, channel],
    ),
  )
  const sheet = loaded.value
  const query: SheetQuery = channel === '' ? {} : { channel }
  return (
    <MonthPage at={at}>
      <div className="stack payments-unprinted">
        <p className="office-lead">{words.sheetLead}</p>
        <div className="office-filters">
          <SelectField
            label={t.channel}
            value={channel}
            onChange={(event) => setChannel(event.target.value as Channel | '')}
            placeholder={all}
            options={Channel.options.map((value) => ({ value, label: terms.channel[value] }))}
          />
          <Button variant="primary" icon="file" disabled={!sheet} onClick={() => window.print()}>
            {words.print}
          </Button>
          <a className="button button--secondary" href={sheetFileOf(at, query)} download>
            <span>{words.excel}</span>
          </a>
        </div>
      </div>
      <MoreRows
        {...loaded}
        loading={loaded.loading && sheet === null}
        more={null}
        empty={sheet && sheet.rows.length === 0 ? words.nothingToPrint : null}
      />
      {sheet && sheet.rows.length > 0 && <PaperSheet sheet={sheet} />}
    </MonthPage>
  )
}

function PaperSheet({ sheet }: { sheet: Sheet }) {
  const t = useWords(payeeWords)
  const words = useWords(settlementWords)
  return (
    <section className="payments-sheet" aria-labelledby="sheet-title">
      <p>{words.sheetCommune(sheet.communeName)}</p>
      <h2 id="sheet-title">{words.sheetTitle(formatPeriod(sheet.period))}</h2>
      <div className="table-scroll">
        <table className="table office-table payments-sheet__table">
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{words.birth}</th>
              <th scope="col">{words.idNumber}</th>
              <th scope="col">{t.hamlet}</th>
              <th scope="col" className="number">
                {t.amount}
              </th>
              <th scope="col">{words.signature}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row, index) => (
              <Line key={row.beneficiary} row={row} number={index + 1} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {words.total}
              </th>
              <td className="number" colSpan={2}>
                {formatDong(sheet.total)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p>{words.inWords(dongInWords(sheet.total))}</p>
      <div className="payments-sheet__signatures">
        {[words.maker, words.payer, words.head].map((role) => (
          <p key={role}>
            {words.dated}
            <br />
            <strong>{role}</strong>
            <br />
            {words.signHere}
          </p>
        ))}
      </div>
    </section>
  )
}

function Line({ row, number }: { row: SheetRow; number: number }) {
  const t = useWords(payeeWords)
  const words = useWords(settlementWords)
  const terms = useWords(paymentTerms)
  const birth = PartialDate.safeParse(row.birth)
  const parts = [
    [terms.kind.monthly, row.monthly],
    [terms.kind.arrears, row.arrears],
    [terms.kind.funeral, row.funeral],
    [terms.kind.oneOff, row.oneOff],
    [terms.kind.carriedOver, row.carriedOver],
  ] as const
  const several = parts.filter(([, amount]) => amount > 0)
  return (
    <tr>
      <td data-label={words.number}>{number}</td>
      <td>
        {row.name}
        {row.substitute !== null && <div className="soft">{row.substitute}</div>}
      </td>
      <td data-label={words.birth}>{birth.success ? formatDate(birth.data) : ''}</td>
      <td data-label={words.idNumber}>{row.idNumber}</td>
      <td data-label={t.hamlet}>{row.hamlet}</td>
      <td data-label={t.amount} className="number">
        {formatDong(row.total)}
        {several.length > 1 && (
          <div className="soft">{several.map(([name, amount]) => `${name} ${formatDong(amount)}`).join('; ')}</div>
        )}
      </td>
      <td className="payments-sheet__signature">
        {row.signature !== null && row.paidAt !== null && (
          <img src={`${apiBase}/photos/${row.signature.sha256}`} alt={words.signed(formatMoment(row.paidAt))} />
        )}
        {row.state === 'notPaid' && row.reason !== null && terms.reason[row.reason]}
      </td>
    </tr>
  )
}
