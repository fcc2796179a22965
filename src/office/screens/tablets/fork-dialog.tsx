// A tablet whose chain forked: what was kept apart, and what becomes of it.
import { useCallback, useState } from 'react'
import type { ForkDecision, Tablet } from '../../../protocol/office/tablets.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { tabletWords } from '../../../text/office/tablets.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { decideFork, readFork } from '../../actions/manage-tablets.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'

type Props = { tablet: Tablet; onClose: () => void; onDone: () => void }

/** The decision is asked only while the tablet is frozen; what was kept apart can be seen ever after. */
export function ForkDialog({ tablet, onClose, onDone }: Props) {
  const { ask } = useSession()
  const t = useWords(tabletWords)
  const words = useWords(frameWords)
  const { profileId } = tablet
  const loaded = useLoaded(useCallback((signal: AbortSignal) => readFork(profileId, signal), [profileId]))
  const [decision, setDecision] = useState<ForkDecision['decision']>('revoke')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const open = tablet.state === 'frozen'

  const decide = async () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    setBusy(true)
    const answer = await ask(decideFork(profileId, { decision, reason: reason.trim() }))
    setBusy(false)
    if (answer.kind === 'ok') onDone()
    else setRefusal(answer)
  }

  return (
    <Dialog
      open
      title={t.forkTitle(tablet.staff.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          {open && (
            <Button variant="primary" busy={busy} onClick={() => void decide()}>
              {words.save}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <p>{t.forkLead}</p>
        <MoreRows {...loaded} more={null} empty={null} />
        {loaded.value && (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.forkSeq}</th>
                <th scope="col">{t.forkKind}</th>
                <th scope="col">{t.forkPerson}</th>
                <th scope="col">{t.received}</th>
              </tr>
            </thead>
            <tbody>
              {loaded.value.items.map((envelope) => (
                <tr key={envelope.id}>
                  <td>{envelope.seq}</td>
                  <td>{kindIn(t.kind, envelope.kind) ?? t.unreadable}</td>
                  <td>{envelope.name ?? '–'}</td>
                  <td>{formatMoment(envelope.receivedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <RefusalNote refusal={refusal} />
        {open && (
          <>
            <ChoiceGroup
              legend={t.forkChoose}
              name="fork"
              value={decision}
              onChange={(event) => setDecision(event.target.value === 'unfreeze' ? 'unfreeze' : 'revoke')}
              options={[
                { value: 'revoke', label: t.forkRevoke, hint: t.forkRevokeHint },
                { value: 'unfreeze', label: t.forkUnfreeze, hint: t.forkUnfreezeHint },
              ]}
            />
            <TextAreaField
              label={t.reason}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
              error={missing ? t.reasonMissing : undefined}
            />
          </>
        )}
      </div>
    </Dialog>
  )
}

function kindIn<Words extends Record<string, string>>(words: Words, kind: string | null): string | undefined {
  return kind !== null && Object.hasOwn(words, kind) ? words[kind] : undefined
}
