// An empty server, opened by the link that it printed: whoever holds it becomes the first administrator.
import { type FormEvent, useEffect, useState } from 'react'
import { weaknessOfPassword } from '../../../domain/password.ts'
import { StaffName, Username } from '../../../protocol/office/session.ts'
import { signInWords } from '../../../text/office/sign-in.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { createFirstAdministrator } from '../../actions/sign-in.ts'
import { FrontPage } from '../../frame/front-page.tsx'
import { RefusalNote } from '../../frame/refusal-note.tsx'

type Props = { secret: string; onDone: () => void }
type Wrong = Partial<Record<'name' | 'username' | 'password' | 'repeat', string>>

/** Name, user name, and a password twice. */
export function FirstAdministratorScreen({ secret, onDone }: Props) {
  const t = useWords(signInWords)
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [repeat, setRepeat] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    document.title = `${t.setupTitle} · Tận Nhà`
  }, [t])

  const look = (): Wrong => {
    const weakness = weaknessOfPassword(password, username)
    return {
      ...(!StaffName.safeParse(name).success && { name: t.nameMissing }),
      ...(!Username.safeParse(username).success && { username: t.usernameWrong }),
      ...(weakness && { password: t[weakness] }),
      ...(!weakness && repeat !== password && { repeat: t.repeatDiffers }),
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = look()
    setWrong(found)
    setRefusal(null)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const answer = await createFirstAdministrator({ secret, name: name.trim(), username, password })
    setBusy(false)
    if (answer.kind === 'ok') onDone()
    else setRefusal(answer)
  }
  const linkIsUsed = refusal?.kind === 'problem' && refusal.code === 'not_found'

  return (
    <FrontPage title={t.setupTitle}>
      <p>{t.setupLead}</p>
      {linkIsUsed ? (
        <Banner tone="warn" actions={<Button onClick={onDone}>{t.signIn}</Button>}>
          {t.setupDone}
        </Banner>
      ) : (
        <RefusalNote refusal={refusal} />
      )}
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={wrong.name}
          autoComplete="name"
          maxLength={120}
        />
        <TextField
          label={t.username}
          hint={t.usernameHint}
          value={username}
          onChange={(event) => setUsername(event.target.value.toLowerCase())}
          error={wrong.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <TextField
          label={t.password}
          hint={t.passwordHint}
          type="password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={wrong.password}
          autoComplete="new-password"
          maxLength={500}
        />
        <TextField
          label={t.repeat}
          type="password"
          value={repeat}
          onChange={(event) => setRepeat(event.target.value)}
          error={wrong.repeat}
          autoComplete="new-password"
          maxLength={500}
        />
        <Button type="submit" variant="primary" busy={busy} wide>
          {t.create}
        </Button>
      </form>
    </FrontPage>
  )
}
