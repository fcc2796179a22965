// The frame around every screen behind the lock: who is working, the status line, the way to the sections, the lock.
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { frameWords } from '../../text/tablet/frame.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useWords } from '../../ui/language.tsx'
import { useIsFormOpen, useOpenWork } from './open-work.tsx'
import { useLock, useSession, useSyncStatus } from './session-context.tsx'
import { StatusLine } from './status-line.tsx'
import { UpdateOffer } from './update-offer.tsx'
import './frame.css'

const sections = [
  { href: '/', icon: 'home', word: 'home' },
  { href: '/tra-cuu', icon: 'search', word: 'lookUp' },
  { href: '/dong-bo', icon: 'sync', word: 'sync' },
  { href: '/cai-dat', icon: 'settings', word: 'settings' },
] as const satisfies readonly { href: string; icon: IconName; word: string }[]

/** Header, navigation and main area. While a form is open the navigation steps back and leaves it the room. */
export function Layout({ children }: { children: ReactNode }) {
  const t = useWords(frameWords)
  const session = useSession()
  const lock = useLock()
  const [location] = useLocation()
  const { phase } = useSyncStatus()
  const isFormOpen = useIsFormOpen()
  useOpenWork('upload', phase === 'records' || phase === 'photos')
  return (
    <div className={classNames('frame', isFormOpen && 'frame--form')}>
      <a className="frame__skip" href="#main">
        {t.skip}
      </a>
      <header className="frame__header">
        <div className="frame__who">
          <span className="frame__name">{session.staff.name}</span>
          <span className="frame__place">{session.communes.map(({ name }) => name).join(', ')}</span>
        </div>
        <StatusLine />
        <button type="button" className="frame__lock" onClick={lock}>
          <Icon name="lock" />
          <span>{t.lock}</span>
        </button>
      </header>
      {!isFormOpen && (
        <nav className="frame__nav" aria-label={t.navigation}>
          {sections.map(({ href, icon, word }) => (
            <Link key={href} href={href} className="frame__link" aria-current={location === href ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{t[word]}</span>
            </Link>
          ))}
        </nav>
      )}
      <main className="frame__main" id="main" tabIndex={-1}>
        <UpdateOffer />
        {children}
      </main>
    </div>
  )
}
