import { useEffect, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { RegistrationDraft, RegistrationStep } from '../../../domain/registration/draft.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { useWords } from '../../../ui/language.tsx'
import { readDraft } from '../../actions/read-draft.ts'
import type { Draft } from '../../actions/session.ts'
import { Page } from '../../frame/page.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { RegistrationForm } from './registration-form.tsx'
import './register.css'
import { SavedPanel } from './saved-panel.tsx'
import { addressOf, stepOf } from './step-address.ts'

type Loaded = { draft: Draft; content: RegistrationDraft } | 'opening' | 'gone'

/** `Đăng ký`: five steps over one draft. The address carries the draft and the step. */
export function RegisterScreen({ draftId, step: slug }: { draftId: string; step?: string | undefined }) {
  const t = useWords(registerWords)
  const session = useSession()
  const [loaded, setLoaded] = useState<Loaded>('opening')
  const [saved, setSaved] = useState<{ draftId: string; name: string } | null>(null)
  useEffect(() => {
    let stale = false
    setLoaded('opening')
    void readDraft(session, draftId).then((draft) => {
      if (stale) return
      setLoaded(draft === null ? 'gone' : { draft, content: RegistrationDraft.parse(draft.content) })
    })
    return () => {
      stale = true
    }
  }, [session, draftId])

  if (saved?.draftId === draftId) return <SavedPanel name={saved.name} />
  if (loaded === 'opening') {
    return (
      <Page title={t.title}>
        <p role="status">{t.opening}</p>
      </Page>
    )
  }
  if (loaded === 'gone') return <Gone />
  const step = stepOf(slug)
  if (step === null) {
    const kept = RegistrationStep.safeParse(loaded.draft.step).data ?? 'person'
    return <Redirect to={addressOf(draftId, kept)} replace />
  }
  return <RegistrationForm key={draftId} {...loaded} step={step} onSaved={(name) => setSaved({ draftId, name })} />
}

function Gone() {
  const t = useWords(registerWords)
  return (
    <Page title={t.gone} back="/">
      <p>{t.goneHint}</p>
      <div>
        <Link href="/" className="button button--secondary">
          {t.toHome}
        </Link>
      </div>
    </Page>
  )
}
