import { useId, useState } from 'react'
import type { QuarantinedRecord } from '../../../protocol/office/quarantine.ts'
import { quarantineWords } from '../../../text/office/quarantine.ts'
import { tabletWords } from '../../../text/office/tablets.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { decideQuarantined, readQuarantined } from '../../actions/decide-quarantined.ts'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'

type Props = { record: QuarantinedRecord; onDecided: (how: 'taken' | 'dismissed') => void }

/** One record: what it says of itself, why it is here, and two ways out of it. */
export function QuarantinedCard({ record, onDecided }: Props) {
  const { ask } = useSession()
  const t = useWords(quarantineWords)
  const kinds = useWords(tabletWords).kind
  const communeName = useCommuneName()
  const titleId = useId()
  const [reasons, setReasons] = useState(record.reasons)
  const [text, setText] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState(false)
  const [stillBroken, setStillBroken] = useState(false)
  const [busy, setBusy] = useState<'take' | 'dismiss' | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const kind =
    record.kind !== null && Object.hasOwn(kinds, record.kind) ? kinds[record.kind as keyof typeof kinds] : null

  const show = async () => {
    const answer = await ask(readQuarantined(record))
    if (answer.kind === 'ok') setText(answer.value.body)
    else setRefusal(answer)
  }
  const decide = async (decision: 'take' | 'dismiss') => {
    setMissing(why.trim() === '')
    setStillBroken(false)
    setRefusal(null)
    if (why.trim() === '') return
    setBusy(decision)
    const answer = await ask(decideQuarantined(record, { decision, reason: why.trim() }))
    setBusy(null)
    if (answer.kind !== 'ok') return setRefusal(answer)
    if (answer.value.state !== 'open') return onDecided(answer.value.state)
    setReasons(answer.value.reasons)
    setStillBroken(true)
  }

  return (
    <section className="card stack stack--tight" aria-labelledby={titleId}>
      <h2 id={titleId}>
        {[kind ?? t.unknownKind, record.commune && communeName(record.commune), record.at && formatMoment(record.at)]
          .filter(Boolean)
          .join(' · ')}
      </h2>
      <p className="soft">
        {t.from(record.staffName, formatMoment(record.receivedAt))}, {t.seq(record.seq)}
      </p>
      {stillBroken && <Banner tone="warn">{t.stillBroken}</Banner>}
      <h3>{t.why}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{t.reasons[reason]}</li>
        ))}
      </ul>
      {text === null ? (
        <div>
          <Button variant="quiet" icon="eye" onClick={() => void show()}>
            {t.showText}
          </Button>
        </div>
      ) : (
        <pre className="office-text">{text}</pre>
      )}
      <RefusalNote refusal={refusal} />
      {record.decision && (
        <p>
          <strong>{t.state[record.state]}</strong>: {record.decision.reason}{' '}
          <span className="soft">({t.decidedBy(record.decision.by, formatMoment(record.decision.at))})</span>
        </p>
      )}
      {record.state === 'open' && (
        <>
          <TextAreaField
            label={t.reason}
            value={why}
            maxLength={1000}
            onChange={(event) => setWhy(event.target.value)}
            error={missing ? t.reasonMissing : undefined}
          />
          <div className="columns">
            <div className="stack stack--tight">
              <Button variant="primary" busy={busy === 'take'} onClick={() => void decide('take')}>
                {t.take}
              </Button>
              <p className="soft">{t.takeHint}</p>
            </div>
            <div className="stack stack--tight">
              <Button variant="danger" busy={busy === 'dismiss'} onClick={() => void decide('dismiss')}>
                {t.dismiss}
              </Button>
              <p className="soft">{t.dismissHint}</p>
            </div>
          </div>
        </>
      )}
    </section>
  )
}
