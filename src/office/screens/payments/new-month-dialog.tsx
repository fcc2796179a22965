import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CommuneCode } from '../../../domain/ids.ts'
import { monthsAfter, Period, periodOf } from '../../../domain/payment/period.ts'
import type { PeriodRow } from '../../../protocol/office/periods.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { draftPeriod } from '../../actions/manage-payments.ts'
import { today } from '../../frame/moments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { addressOf } from './month-page.tsx'

/** The month after a commune's last list, or the present one where there is none. */
function nextMonth(known: readonly PeriodRow[], commune: string): Period {
  const last = known
    .filter((row) => row.commune === commune)
    .map(({ period }) => period)
    .toSorted()
    .at(-1)
  return last === undefined ? periodOf(today()) : monthsAfter(last, 1)
}

/** Asks for commune and month, drafts the list, and opens it. */
export function NewMonthDialog({ known, onClose }: { known: readonly PeriodRow[]; onClose: () => void }) {
  const { session, ask } = useSession()
  const t = useWords(paymentWords)
  const words = useWords(frameWords)
  const [, go] = useLocation()
  const only = session.communes.length === 1 ? (session.communes[0]?.code ?? '') : ''
  const [commune, setCommune] = useState<string>(only)
  const [typed, setTyped] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const month = typed ?? nextMonth(known, commune)
  const period = Period.safeParse(month)

  const draft = async () => {
    setTried(true)
    if (commune === '' || !period.success) return
    const at = { commune: commune as CommuneCode, period: period.data }
    const existing = known.find((row) => row.commune === at.commune && row.period === at.period)
    if (existing) return go(addressOf(at))
    setBusy(true)
    const answer = await ask(draftPeriod(at, null))
    setBusy(false)
    if (answer.kind === 'ok') go(addressOf(at))
    else setRefusal(answer)
  }

  return (
    <Dialog
      open
      title={t.newMonth}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={() => void draft()}>
            {t.draft}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t.newMonthLead}</p>
        <RefusalNote refusal={refusal} />
        {only === '' && (
          <SelectField
            label={t.commune}
            value={commune}
            onChange={(event) => setCommune(event.target.value)}
            placeholder=""
            options={session.communes.map(({ code, name }) => ({ value: code, label: name }))}
            error={tried && commune === '' ? t.communeMissing : undefined}
          />
        )}
        <TextField
          label={t.month}
          type="month"
          value={month}
          onChange={(event) => setTyped(event.target.value)}
          error={tried && !period.success ? t.monthMissing : undefined}
        />
      </div>
    </Dialog>
  )
}
