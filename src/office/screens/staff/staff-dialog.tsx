// One member of staff: new, or changed.
import { useState } from 'react'
import { weaknessOfPassword } from '../../../domain/password.ts'
import { Role } from '../../../domain/role.ts'
import { StaffName, Username } from '../../../protocol/office/session.ts'
import type { StaffMember } from '../../../protocol/office/staff.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { signInWords } from '../../../text/office/sign-in.ts'
import { staffWords } from '../../../text/office/staff.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { changeStaff, createStaff } from '../../actions/manage-staff.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { CommuneChoice } from './commune-choice.tsx'

type Props = { member: StaffMember | null; onClose: () => void; onSaved: () => void }
type Wrong = Partial<Record<'name' | 'username' | 'communes' | 'password', string>>

/** The form. Nobody changes the own role or locks the own account. */
export function StaffDialog({ member, onClose, onSaved }: Props) {
  const { session, ask } = useSession()
  const t = useWords(staffWords)
  const door = useWords(signInWords)
  const words = useWords(frameWords)
  const terms = useWords(termWords)
  const [name, setName] = useState(member?.name ?? '')
  const [username, setUsername] = useState(member?.username ?? '')
  const [role, setRole] = useState<Role>(member?.role ?? 'wardOfficer')
  const [all, setAll] = useState(member?.allCommunes ?? false)
  const [communes, setCommunes] = useState(
    member?.communes ?? session.communes.slice(0, session.communes.length === 1 ? 1 : 0).map(({ code }) => code),
  )
  const [password, setPassword] = useState('')
  const [disabled, setDisabled] = useState(member?.disabled ?? false)
  const [wrong, setWrong] = useState<Wrong>({})
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const self = member?.id === session.staff.id

  const look = (): Wrong => {
    const weakness = password === '' ? null : weaknessOfPassword(password, username)
    return {
      ...(!StaffName.safeParse(name).success && { name: t.nameMissing }),
      ...(member === null && !Username.safeParse(username).success && { username: t.usernameWrong }),
      ...(!all && communes.length === 0 && { communes: t.communesMissing }),
      ...(weakness && { password: door[weakness] }),
    }
  }
  const send = () => {
    const place = { allCommunes: all, communes: all ? [] : communes }
    if (member === null) {
      return createStaff({ username, name: name.trim(), role, ...place, password: password === '' ? null : password })
    }
    return changeStaff(member.id, {
      name: name.trim(),
      communes: place.communes,
      ...(!self && { role, disabled, allCommunes: all }),
      ...(password !== '' && { password }),
    })
  }
  const save = async () => {
    const found = look()
    setWrong(found)
    setRefusal(null)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const answer = await ask(send())
    setBusy(false)
    if (answer.kind === 'ok') onSaved()
    else setRefusal(answer)
  }

  return (
    <Dialog
      open
      title={member ? t.editTitle(member.name) : t.addTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="stack">
        <RefusalNote refusal={refusal} />
        <TextField
          label={t.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={wrong.name}
          maxLength={120}
        />
        <TextField
          label={t.username}
          hint={member ? undefined : t.usernameHint}
          value={username}
          onChange={(event) => setUsername(event.target.value.toLowerCase())}
          error={wrong.username}
          readOnly={member !== null}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <SelectField
          label={t.role}
          hint={t.roleHint[role]}
          value={role}
          disabled={self}
          onChange={(event) => setRole(Role.parse(event.target.value))}
          options={Role.options.map((value) => ({ value, label: terms.role[value] }))}
        />
        <CommuneChoice all={all} onAll={setAll} chosen={communes} onChosen={setCommunes} error={wrong.communes} />
        <TextField
          label={member ? t.newPassword : t.password}
          hint={member ? t.newPasswordHint : t.passwordHint}
          type="password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={wrong.password}
          autoComplete="new-password"
          maxLength={500}
        />
        {member && !self && (
          <CheckField
            label={t.disable}
            hint={t.disableLead}
            checked={disabled}
            onChange={(event) => setDisabled(event.target.checked)}
          />
        )}
      </div>
    </Dialog>
  )
}
