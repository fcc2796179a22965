import { useState } from 'react'
import type { Tablet } from '../../../protocol/office/tablets.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { tabletWords } from '../../../text/office/tablets.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { revokeTablet } from '../../actions/manage-tablets.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'

type Props = { tablet: Tablet; onClose: () => void; onDone: () => void }

/** Says what revoking destroys, and asks why. */
export function RevokeDialog({ tablet, onClose, onDone }: Props) {
  const { ask } = useSession()
  const t = useWords(tabletWords)
  const words = useWords(frameWords)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const waiting = tablet.report?.recordsWaiting ?? 0

  const revoke = async () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    setBusy(true)
    const answer = await ask(revokeTablet(tablet.profileId, reason.trim()))
    setBusy(false)
    if (answer.kind === 'ok') onDone()
    else setRefusal(answer)
  }

  return (
    <Dialog
      open
      title={t.revokeTitle(tablet.staff.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="danger" busy={busy} onClick={() => void revoke()}>
            {t.revoke}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t.revokeLead}</p>
        {waiting > 0 && <Banner tone="warn">{t.revokeWaiting(waiting)}</Banner>}
        <RefusalNote refusal={refusal} />
        <TextAreaField
          label={t.reason}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          error={missing ? t.reasonMissing : undefined}
        />
      </div>
    </Dialog>
  )
}
