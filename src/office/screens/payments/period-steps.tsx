// Where a month stands, and the one step that comes next.
import { useState } from 'react'
import type { z } from 'zod'
import { formatDong } from '../../../domain/money.ts'
import { type PeriodDetail, type PeriodStepAnswer, StepRefusal } from '../../../protocol/office/periods.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner, type Tone } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { draftPeriod, type PeriodStepName, stepPeriod } from '../../actions/manage-payments.ts'
import { formatMoment } from '../../frame/moments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useMay, useSession } from '../../frame/session-context.tsx'
import { DaysNotDone } from './days-not-done.tsx'
import { DraftFromFile } from './draft-from-file.tsx'
import { toneOfPeriod } from './tone-of-period.ts'

const stepsFrom: Record<PeriodDetail['state'], readonly PeriodStepName[]> = {
  draft: ['check'],
  checked: ['lock'],
  locked: ['finish'],
  paid: ['close'],
  closed: [],
}

/** Why a step was refused, when the server names the reason. */
export function stepRefusalOf(refusal: Refusal): z.infer<typeof StepRefusal> | null {
  if (refusal.kind !== 'problem') return null
  const because = StepRefusal.safeParse((refusal.problem as { because?: unknown }).because)
  return because.success ? because.data : null
}

type Props = { detail: PeriodDetail; onChanged: () => void }

/** The state, the next step and what came of the last one. */
export function PeriodSteps({ detail, onChanged }: Props) {
  const { ask } = useSession()
  const t = useWords(paymentWords)
  const words = useWords(frameWords)
  const terms = useWords(paymentTerms)
  const manages = useMay('managePayments')
  const [busy, setBusy] = useState<PeriodStepName | 'draft' | null>(null)
  const [asked, setAsked] = useState<Exclude<PeriodStepName, 'check'> | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [told, setTold] = useState<{ tone: Tone; sentence: string } | null>(null)
  const because = refusal && stepRefusalOf(refusal)
  const at = { commune: detail.commune, period: detail.period }

  const toldOf = (step: PeriodStepName, answer: PeriodStepAnswer): typeof told => {
    if (step === 'check' && answer.state === 'draft') return { tone: 'warn', sentence: t.stillDraft }
    const carried = answer.carriedOver
    const more = carried ? ` ${t.carriedOver(carried.items.toLocaleString('vi-VN'), formatDong(carried.amount))}` : ''
    return { tone: 'good', sentence: t.stepDone[step] + more }
  }
  const take = async (step: PeriodStepName) => {
    setAsked(null)
    setBusy(step)
    setTold(null)
    const answer = await ask(stepPeriod(at, step, detail.version))
    setBusy(null)
    setRefusal(answer.kind === 'ok' ? null : answer)
    if (answer.kind === 'ok') setTold(toldOf(step, answer.value))
    onChanged()
  }
  const redraft = async () => {
    setBusy('draft')
    setTold(null)
    const answer = await ask(draftPeriod(at, detail.version))
    setBusy(null)
    setRefusal(answer.kind === 'ok' ? null : answer)
    if (answer.kind === 'ok') setTold({ tone: 'good', sentence: t.drafted })
    onChanged()
  }
  // What was said of the list before is not true of the one from a file.
  const draftedFromFile = () => {
    setTold(null)
    setRefusal(null)
    onChanged()
  }

  const steps = manages ? stepsFrom[detail.state] : []
  const since = detail.closedAt ?? detail.paidAt ?? detail.lockedAt ?? detail.checkedAt
  return (
    <section className="card stack" aria-label={t.state}>
      <div className="row row--between">
        <p className="row">
          <Badge tone={toneOfPeriod[detail.state]}>{terms.period[detail.state]}</Badge>
          {since !== null && <span className="soft">{formatMoment(since)}</span>}
        </p>
        <div className="row">
          {manages && (detail.state === 'draft' || detail.state === 'checked') && (
            <>
              <DraftFromFile detail={detail} onChanged={draftedFromFile} />
              <Button busy={busy === 'draft'} onClick={() => void redraft()}>
                {t.redraft}
              </Button>
            </>
          )}
          {steps.map((step) => (
            <Button
              key={step}
              variant="primary"
              busy={busy === step}
              onClick={() => (step === 'check' ? void take(step) : setAsked(step))}
            >
              {t[step]}
            </Button>
          ))}
        </div>
      </div>
      {detail.state === 'checked' && <p className="soft">{t.lockBefore}</p>}
      {told && (
        <Banner tone={told.tone} announce>
          {told.sentence}
        </Banner>
      )}
      {because ? <Banner tone="bad">{t.refusal[because]}</Banner> : <RefusalNote refusal={refusal} />}
      {asked !== null && (
        <Dialog
          open
          title={t[asked]}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
              <Button variant="primary" onClick={() => void take(asked)}>
                {t[asked]}
              </Button>
            </>
          }
        >
          <p>{t.sure[asked]}</p>
          {asked === 'close' && <DaysNotDone {...at} />}
        </Dialog>
      )}
    </section>
  )
}
