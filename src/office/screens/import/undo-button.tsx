// Takes a committed import back, after asking once.
import { useState } from 'react'
import type { ImportPreview } from '../../../protocol/office/imports.ts'
import { importWords } from '../../../text/office/import.ts'
import { Banner, type Tone } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { type ImportPlace, undoImport } from '../../actions/import-list.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'

type Props = { place: ImportPlace; preview: ImportPreview; onUndone: () => void }

/** The button, its question, and the reason when it cannot be. */
export function UndoButton({ place, preview, onUndone }: Props) {
  const t = useWords(importWords)
  const { ask } = useSession()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ tone: Tone; text: string } | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const undo = async () => {
    setBusy(true)
    setRefusal(null)
    const answer = await ask(undoImport(place))
    setBusy(false)
    setAsking(false)
    if (answer.kind !== 'ok') return setRefusal(answer)
    const { value } = answer
    if (value.kind === 'refused') return setSaid({ tone: 'warn', text: t.undoRefused[value.because](value.people) })
    if (value.kind === 'notCommitted') setSaid({ tone: 'warn', text: t.notCommitted })
    onUndone()
  }
  return (
    <div className="stack">
      <RefusalNote refusal={refusal} />
      {said && (
        <Banner tone={said.tone} announce>
          {said.text}
        </Banner>
      )}
      <Button variant="danger" icon="rotate" onClick={() => setAsking(true)}>
        {t.undo}
      </Button>
      <Dialog
        open={asking}
        title={t.undoTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
            <Button variant="danger" busy={busy} onClick={() => void undo()}>
              {t.undo}
            </Button>
          </>
        }
      >
        <p>{t.undoText(preview.result?.added ?? 0, preview.result?.changed ?? 0)}</p>
      </Dialog>
    </div>
  )
}
