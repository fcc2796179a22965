// Taking somebody off the list who should never have been on it.
import { useState } from 'react'
import { tidyText } from '../../../domain/tidy-text.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { removePerson } from '../../actions/edit-list.ts'
import { EditOutcomeNote } from './edit-outcome.tsx'
import { useEdit } from './use-edit.ts'

type Props = { person: PersonDetail; onClose: () => void; onRemoved: () => void; onStale: () => void }

/** `Đưa ra khỏi danh sách`. */
export function RemovalDialog({ person, onClose, onRemoved, onStale }: Props) {
  const t = useWords(listEditWords)
  const words = useWords(frameWords)
  const { id } = person.beneficiary
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const edit = useEdit({ id, version: person.version }, onRemoved)
  const remove = (version: number) => {
    const why = tidyText(reason)
    setError(why === '' ? t.reasonMissing : undefined)
    if (why !== '') void edit.send(removePerson(id, { version, reason: why }))
  }
  return (
    <Dialog
      open
      title={t.removeTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="danger" busy={edit.busy} onClick={() => remove(person.version)}>
            {t.remove}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t.removeLead}</p>
        <TextAreaField
          label={t.reason}
          hint={t.reasonHint}
          value={reason}
          maxLength={500}
          error={error}
          onChange={(event) => setReason(event.target.value)}
        />
        <EditOutcomeNote
          outcome={edit.outcome}
          busy={edit.busy}
          mine={[]}
          onDespite={null}
          onKeepMine={({ current }) => remove(current.version)}
          onTakeTheirs={onStale}
        />
      </div>
    </Dialog>
  )
}
