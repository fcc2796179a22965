// Moving somebody to another commune that the editor works in, too.
import { useState } from 'react'
import { formatDate } from '../../../domain/calendar-date.ts'
import { CommuneCode } from '../../../domain/ids.ts'
import { parseTypedDay } from '../../../domain/registration/read-person.ts'
import { tidyOrNull, tidyText } from '../../../domain/tidy-text.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { listProblemWords } from '../../../text/office/list-problems.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { movePerson } from '../../actions/edit-list.ts'
import { today } from '../../frame/moments.ts'
import { useSession } from '../../frame/session-context.tsx'
import { EditOutcomeNote } from './edit-outcome.tsx'
import { useEdit } from './use-edit.ts'

type Props = { person: PersonDetail; onClose: () => void; onSaved: () => void }
type Wrong = Partial<Record<'to' | 'from' | 'reason', string>>

/** `Chuyển xã, phường`. */
export function MoveDialog({ person, onClose, onSaved }: Props) {
  const t = useWords(listEditWords)
  const wrongs = useWords(listProblemWords)
  const words = useWords(frameWords)
  const { communes } = useSession().session
  const { id, commune } = person.beneficiary
  const [to, setTo] = useState('')
  const [from, setFrom] = useState(() => formatDate(today()))
  const [hamlet, setHamlet] = useState('')
  const [address, setAddress] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const edit = useEdit({ id, version: person.version }, onSaved)
  const save = (version: number) => {
    const place = CommuneCode.safeParse(to)
    const day = parseTypedDay(from)
    setWrong({
      ...(!place.success && { to: t.moveChoose }),
      ...(day === null && { from: wrongs.benefitProblem.dayUnreadable }),
      ...(tidyText(reason) === '' && { reason: t.reasonMissing }),
    })
    if (!place.success || day === null || tidyText(reason) === '') return
    const there = { hamlet: tidyOrNull(hamlet), currentAddress: tidyOrNull(address) }
    void edit.send(movePerson(id, { version, to: place.data, from: day, ...there, reason: tidyText(reason) }))
  }
  return (
    <Dialog
      open
      title={t.moveTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" busy={edit.busy} onClick={() => save(person.version)}>
            {t.move}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t.moveLead}</p>
        <SelectField
          label={t.moveTo}
          placeholder={t.notChosen}
          value={to}
          error={wrong.to}
          onChange={(event) => setTo(event.target.value)}
          options={communes
            .filter(({ code }) => code !== commune)
            .map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          label={t.moveFrom}
          hint={t.dayHint}
          value={from}
          maxLength={20}
          error={wrong.from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t.moveHamlet}
          value={hamlet}
          maxLength={300}
          spellCheck={false}
          onChange={(event) => setHamlet(event.target.value)}
        />
        <TextField
          label={t.moveAddress}
          value={address}
          maxLength={300}
          spellCheck={false}
          onChange={(event) => setAddress(event.target.value)}
        />
        <TextAreaField
          label={t.reason}
          hint={t.reasonHint}
          value={reason}
          maxLength={500}
          error={wrong.reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <EditOutcomeNote
          outcome={edit.outcome}
          busy={edit.busy}
          mine={[]}
          onDespite={null}
          onKeepMine={({ current }) => save(current.version)}
          onTakeTheirs={onSaved}
        />
      </div>
    </Dialog>
  )
}
