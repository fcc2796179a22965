// The form that signs in: the whole page for a stranger, a window over the screen for whoever's session has ended.
import { type FormEvent, useState } from 'react'
import { signInWords } from '../../text/office/sign-in.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Refusal } from '../actions/ask-server.ts'
import { signIn } from '../actions/sign-in.ts'
import { useSentence } from './refusal-note.tsx'

type Props = {
  /** Given when somebody signs in again: another person has to leave first. */
  username?: string
  onSignedIn: () => void
}

/** Name, password and a button. */
export function SignInForm({ username: known, onSignedIn }: Props) {
  const t = useWords(signInWords)
  const sentence = useSentence()
  const [username, setUsername] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (username.trim() === '' || password === '') return setProblem(t.fillBoth)
    setBusy(true)
    setProblem(null)
    const answer = await signIn({ username: username.trim(), password })
    setBusy(false)
    if (answer.kind === 'ok') return onSignedIn()
    setPassword('')
    setProblem(waitOf(answer) ?? sentence(answer))
  }
  const waitOf = (refusal: Refusal) =>
    refusal.kind === 'problem' && refusal.code === 'too_many_requests' && refusal.retryAfter !== null
      ? t.retryIn(Math.ceil(refusal.retryAfter / 60))
      : null

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      <TextField
        label={t.username}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        readOnly={known !== undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
      />
      <TextField
        label={t.password}
        type="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoComplete="current-password"
        maxLength={500}
      />
      <Button type="submit" variant="primary" busy={busy} wide>
        {busy ? t.signingIn : t.signIn}
      </Button>
    </form>
  )
}
