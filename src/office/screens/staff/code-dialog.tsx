// An enrolment code: as text, to be typed, and as a QR code, to be scanned. Shown once.
import { useEffect, useRef, useState } from 'react'
import type { StaffMember } from '../../../protocol/office/staff.ts'
import type { EnrolmentCode } from '../../../protocol/office/tablets.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { staffWords } from '../../../text/office/staff.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { makeEnrolmentCode } from '../../actions/manage-tablets.ts'
import { formatMoment } from '../../frame/moments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'

/** Makes one code when it opens. */
export function CodeDialog({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const { ask } = useSession()
  const t = useWords(staffWords)
  const words = useWords(frameWords)
  const [code, setCode] = useState<EnrolmentCode | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const asked = useRef(false)
  useEffect(() => {
    // Each request makes a code that is valid: one is enough, also where effects run twice.
    if (asked.current) return
    asked.current = true
    void ask(makeEnrolmentCode(member.id)).then((answer) => {
      if (answer.kind === 'ok') setCode(answer.value)
      else setRefusal(answer)
    })
  }, [ask, member.id])

  return (
    <Dialog
      open
      title={t.codeTitle(member.name)}
      onClose={onClose}
      actions={
        <>
          {code && <Button onClick={() => window.print()}>{t.print}</Button>}
          <Button variant="primary" onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <div className="stack">
        <RefusalNote refusal={refusal} />
        {code === null && refusal === null && <p className="soft">{words.loading}</p>}
        {code && (
          <>
            <p>{t.codeLead}</p>
            <QrCode text={code.link} label={t.qrLabel} />
            <p className="office-code">{code.code}</p>
            <p>{t.codeValidUntil(formatMoment(code.expiresAt))}</p>
            <p className="soft">{t.codeOnce}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
