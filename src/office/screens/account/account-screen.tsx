// One's own account: who one is here, and a new password.
import { type FormEvent, useState } from 'react'
import { weaknessOfPassword } from '../../../domain/password.ts'
import { signInWords } from '../../../text/office/sign-in.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { changePassword } from '../../actions/sign-in.ts'
import { Page } from '../../frame/page.tsx'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'

type Wrong = Partial<Record<'present' | 'next' | 'repeat', string>>

/** `Tài khoản của tôi`. */
export function AccountScreen() {
  const { session, ask } = useSession()
  const t = useWords(signInWords)
  const terms = useWords(termWords)
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [outcome, setOutcome] = useState<'busy' | 'changed' | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const weakness = weaknessOfPassword(next, session.staff.username)
    const found: Wrong = {
      ...(present === '' && { present: t.fillBoth }),
      ...(weakness && { next: t[weakness] }),
      ...(!weakness && next !== repeat && { repeat: t.repeatDiffers }),
    }
    setWrong(found)
    setRefusal(null)
    setOutcome(null)
    if (Object.keys(found).length > 0) return
    setOutcome('busy')
    const answer = await ask(changePassword({ present, next }))
    setOutcome(answer.kind === 'ok' ? 'changed' : null)
    if (answer.kind === 'ok') {
      setPresent('')
      setNext('')
      setRepeat('')
    } else if (answer.kind === 'problem' && answer.code === 'bad_credentials') {
      setWrong({ present: t.presentWrong })
    } else setRefusal(answer)
  }

  return (
    <Page title={t.changeTitle}>
      <section className="card stack office-narrow">
        <dl className="facts">
          <dt>{t.name}</dt>
          <dd>{session.staff.name}</dd>
          <dt>{t.username}</dt>
          <dd>{session.staff.username}</dd>
          <dt>{t.role}</dt>
          <dd>{terms.role[session.staff.role]}</dd>
          <dt>{t.communes}</dt>
          <dd>
            {session.communes.length > 20
              ? session.communes.length
              : session.communes.map(({ name }) => name).join(', ')}
          </dd>
        </dl>
      </section>
      <form className="card stack office-narrow" noValidate onSubmit={(event) => void submit(event)}>
        <h2>{t.change}</h2>
        <p className="soft">{t.changeLead}</p>
        {outcome === 'changed' && <Banner tone="good">{t.changed}</Banner>}
        <RefusalNote refusal={refusal} />
        <TextField
          label={t.present}
          type="password"
          value={present}
          onChange={(event) => setPresent(event.target.value)}
          error={wrong.present}
          autoComplete="current-password"
        />
        <TextField
          label={t.next}
          hint={t.passwordHint}
          type="password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
          error={wrong.next}
          autoComplete="new-password"
        />
        <TextField
          label={t.repeat}
          type="password"
          value={repeat}
          onChange={(event) => setRepeat(event.target.value)}
          error={wrong.repeat}
          autoComplete="new-password"
        />
        <Button type="submit" variant="primary" busy={outcome === 'busy'}>
          {t.change}
        </Button>
      </form>
    </Page>
  )
}
