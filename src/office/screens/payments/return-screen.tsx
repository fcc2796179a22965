// What goes back before the 20th: the signed list, the unpaid and the remaining money.
import { useCallback, useState } from 'react'
import { formatDate } from '../../../domain/calendar-date.ts'
import { NonDeliveryReason } from '../../../domain/code-lists/non-delivery-reasons.ts'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import type { ReturnSummary } from '../../../protocol/office/reconciliation.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { settlementWords } from '../../../text/office/settlements.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { noteReturned, readReturn } from '../../actions/manage-payments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { MonthPage } from './month-page.tsx'
import { TotalsTable } from './totals-table.tsx'

/** `Bàn giao` of a month. */
export function ReturnScreen({ at }: { at: PeriodKey }) {
  const { commune, period } = at
  const t = useWords(payeeWords)
  const month = useWords(paymentWords)
  const words = useWords(settlementWords)
  const terms = useWords(paymentTerms)
  const loaded = useLoaded(useCallback((signal) => readReturn({ commune, period }, signal), [commune, period]))
  const sums = loaded.value
  const difference = (sums?.channels ?? []).reduce((total, { totals }) => total + totals.difference, 0)
  const figures: [string, number][] = sums
    ? [
        [t.due, sums.due],
        [t.counted, sums.paid],
        [words.remaining, sums.remaining],
      ]
    : []
  // due = paid − difference + remaining: without it the three would not add up.
  if (difference !== 0) figures.splice(2, 0, [difference > 0 ? month.more : month.less, Math.abs(difference)])
  return (
    <MonthPage at={at}>
      <MoreRows {...loaded} loading={loaded.loading && sums === null} more={null} empty={null} />
      {sums && (
        <>
          <p className="office-lead">{words.returnLead(formatDate(sums.before))}</p>
          <ul className="office-figures payments-figures">
            {figures.map(([name, amount]) => (
              <li key={name}>
                <div className="office-figure">
                  <span className="office-figure__number payments-figure">{formatDong(amount)}</span>
                  <span className="office-figure__name">{name}</span>
                </div>
              </li>
            ))}
          </ul>
          <TotalsTable
            title={t.channel}
            first={t.channel}
            rows={sums.channels.map(({ channel, totals }) => ({ key: channel, name: terms.channel[channel], totals }))}
          />
          <Unpaid at={at} people={sums.unpaid} onDone={loaded.reload} />
        </>
      )}
    </MonthPage>
  )
}

type UnpaidProps = { at: PeriodKey; people: ReturnSummary['unpaid']; onDone: () => void }

function Unpaid({ at, people, onDone }: UnpaidProps) {
  const { ask } = useSession()
  const t = useWords(payeeWords)
  const words = useWords(settlementWords)
  const terms = useWords(paymentTerms)
  const [chosen, setChosen] = useState<ReadonlySet<BeneficiaryId>>(new Set())
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [noted, setNoted] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const needsWords = reason === 'R99'
  const wordsMissing = needsWords && note.trim() === ''
  const isOffice = people.some(({ channel }) => channel !== 'home')

  const toggle = (id: BeneficiaryId, on: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  const mark = async () => {
    setTried(true)
    const why = NonDeliveryReason.safeParse(reason)
    if (!why.success || chosen.size === 0 || wordsMissing) return
    setBusy(true)
    const returned = [...chosen].map((beneficiary) => ({ beneficiary, reason: why.data }))
    const answer = await ask(noteReturned(at, { people: returned, ...(needsWords && { note }) }))
    setBusy(false)
    setRefusal(answer.kind === 'ok' ? null : answer)
    if (answer.kind !== 'ok') return
    setNoted(answer.value.noted)
    setChosen(new Set())
    setNote('')
    setTried(false)
    onDone()
  }

  return (
    <section aria-labelledby="unpaid" className="stack">
      <h2 id="unpaid">{words.unpaidPeople}</h2>
      {people.length === 0 && <p className="soft">{words.allPaid}</p>}
      {noted !== null && <Banner tone="good">{words.marked(noted.toLocaleString('vi-VN'))}</Banner>}
      <RefusalNote refusal={refusal} />
      {isOffice && (
        <div className="stack stack--tight">
          <p>{words.markLead}</p>
          <div className="office-filters">
            <SelectField
              label={t.reason}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              placeholder=""
              options={NonDeliveryReason.options.map((value) => ({ value, label: terms.reason[value] }))}
              error={tried && reason === '' ? words.reasonChoose : undefined}
            />
            {needsWords && (
              <TextField
                label={t.note}
                value={note}
                maxLength={1000}
                onChange={(event) => setNote(event.target.value)}
                error={tried && wordsMissing ? words.noteNeeded : undefined}
              />
            )}
            <Button busy={busy} disabled={chosen.size === 0} onClick={() => void mark()}>
              {words.markReturned}
            </Button>
          </div>
        </div>
      )}
      {people.length > 0 && (
        <div className="table-scroll">
          <table className="table office-table">
            <thead>
              <tr>
                {isOffice && (
                  <th scope="col">
                    <span className="visually-hidden">{t.actions}</span>
                  </th>
                )}
                <th scope="col">{t.name}</th>
                <th scope="col">{t.hamlet}</th>
                <th scope="col">{t.channel}</th>
                <th scope="col" className="number">
                  {t.unpaid}
                </th>
                <th scope="col">{t.reason}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.beneficiary}>
                  {isOffice && (
                    <td>
                      {person.channel !== 'home' && (
                        <label className="payments-check">
                          <input
                            type="checkbox"
                            checked={chosen.has(person.beneficiary)}
                            onChange={(event) => toggle(person.beneficiary, event.target.checked)}
                          />
                          <span className="visually-hidden">{words.chosen(person.name)}</span>
                        </label>
                      )}
                    </td>
                  )}
                  <td>{person.name}</td>
                  <td data-label={t.hamlet}>{person.hamlet}</td>
                  <td data-label={t.channel}>{terms.channel[person.channel]}</td>
                  <td data-label={t.unpaid} className="number office-nowrap">
                    {formatDong(person.amount)}
                  </td>
                  <td data-label={t.reason}>
                    {person.reason === null ? words.nobodyWent : terms.reason[person.reason]}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
