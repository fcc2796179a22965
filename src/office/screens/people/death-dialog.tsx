// Writing down that somebody died, correcting the day, or taking it back.
import { useState } from 'react'
import { formatDate } from '../../../domain/calendar-date.ts'
import { parseTypedDay } from '../../../domain/registration/read-person.ts'
import { tidyOrNull, tidyText } from '../../../domain/tidy-text.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { listProblemWords } from '../../../text/office/list-problems.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { recordDeath } from '../../actions/edit-list.ts'
import { EditOutcomeNote } from './edit-outcome.tsx'
import { useEdit } from './use-edit.ts'

type Props = { person: PersonDetail; onClose: () => void; onSaved: () => void }

/** `Ghi nhận đã chết`. */
export function DeathDialog({ person, onClose, onSaved }: Props) {
  const t = useWords(listEditWords)
  const wrongs = useWords(listProblemWords)
  const words = useWords(frameWords)
  const { id } = person.beneficiary
  const [died, setDied] = useState(person.died === null ? '' : formatDate(person.died))
  const [decision, setDecision] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<{ died?: string; reason?: string }>({})
  const edit = useEdit({ id, version: person.version }, onSaved)
  const save = (version: number, withdraw: boolean) => {
    const day = parseTypedDay(died)
    const found = {
      ...(!withdraw && day === null && { died: wrongs.benefitProblem.dayUnreadable }),
      ...(tidyText(reason) === '' && { reason: t.reasonMissing }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const death = { version, died: withdraw ? null : day, decision: tidyOrNull(decision), reason: tidyText(reason) }
    void edit.send(recordDeath(id, death))
  }
  return (
    <Dialog
      open
      title={t.diedTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" busy={edit.busy} onClick={() => save(person.version, false)}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t.diedLead}</p>
        <TextField
          label={t.diedOn}
          hint={t.dayHint}
          value={died}
          maxLength={20}
          error={wrong.died}
          onChange={(event) => setDied(event.target.value)}
        />
        <TextField
          label={t.decision}
          value={decision}
          maxLength={200}
          onChange={(event) => setDecision(event.target.value)}
        />
        <TextAreaField
          label={t.reason}
          hint={t.reasonHint}
          value={reason}
          maxLength={500}
          error={wrong.reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {person.died !== null && (
          <div className="row">
            <Button variant="danger" busy={edit.busy} onClick={() => save(person.version, true)}>
              {t.withdrawDeath}
            </Button>
          </div>
        )}
        <EditOutcomeNote
          outcome={edit.outcome}
          busy={edit.busy}
          mine={[]}
          onDespite={null}
          onKeepMine={({ current }) => save(current.version, false)}
          onTakeTheirs={onSaved}
        />
      </div>
    </Dialog>
  )
}
