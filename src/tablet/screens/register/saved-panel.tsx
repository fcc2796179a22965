import { Link } from 'wouter'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../frame/page.tsx'
import { useBeginRegistration } from '../../frame/use-begin-registration.ts'

/** The record is on disk: said clearly, with the way to the next person. */
export function SavedPanel({ name }: { name: string }) {
  const t = useWords(registerWords)
  const c = useWords(confirmationWords)
  const { begin, busy } = useBeginRegistration()
  return (
    <Page title={c.saved}>
      <div className="saved card" role="status">
        <span className="saved__mark">
          <Icon name="check" size={40} />
        </span>
        <p>{c.savedText(name)}</p>
      </div>
      <div className="row">
        <Link href="/tra-cuu" className="button button--primary">
          <Icon name="search" />
          <span>{c.nextPerson}</span>
        </Link>
        <Button icon="personAdd" busy={busy} onClick={() => void begin({ from: 'nobody' })}>
          {c.nextNew}
        </Button>
        <Link href="/" className="button button--secondary">
          <Icon name="home" />
          <span>{t.toHome}</span>
        </Link>
      </div>
    </Page>
  )
}
