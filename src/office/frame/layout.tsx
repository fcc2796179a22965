// What stands around every screen: the menu with what the person may do, and the way out.
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { Permission } from '../../domain/permissions.ts'
import { may } from '../../domain/permissions.ts'
import { frameWords } from '../../text/office/frame.ts'
import { signInWords } from '../../text/office/sign-in.ts'
import { termWords } from '../../text/office/terms.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useWords } from '../../ui/language.tsx'
import { SignInForm } from './door.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { useSession } from './session-context.tsx'

type Place = {
  path: string
  name: 'overview' | 'people' | 'importList' | 'registrations' | 'payments' | 'tabletsAndStaff' | 'audit'
  icon: IconName
  permission: Permission
}

const places: readonly Place[] = [
  { path: '/', name: 'overview', icon: 'home', permission: 'seeOverview' },
  { path: '/danh-sach', name: 'people', icon: 'list', permission: 'seePeople' },
  { path: '/nhap-danh-sach', name: 'importList', icon: 'upload', permission: 'importList' },
  { path: '/ho-so', name: 'registrations', icon: 'file', permission: 'seePeople' },
  { path: '/chi-tra', name: 'payments', icon: 'cash', permission: 'seePeople' },
  { path: '/may-va-nguoi-dung', name: 'tabletsAndStaff', icon: 'phone', permission: 'manageTablets' },
  { path: '/nhat-ky', name: 'audit', icon: 'eye', permission: 'seeAudit' },
]

/** The frame around a screen. */
export function Layout({ children }: { children: ReactNode }) {
  const { session, ended, renew, leave } = useSession()
  const t = useWords(frameWords)
  const door = useWords(signInWords)
  const terms = useWords(termWords)
  const [location] = useLocation()
  const main = useRef<HTMLElement>(null)
  const { staff, communes } = session
  const where = communes.length === 1 ? (communes[0]?.name ?? '') : `${communes.length} ${t.communesShort}`

  useEffect(() => {
    main.current?.scrollTo(0, 0)
    window.scrollTo(0, 0)
  }, [location])

  return (
    <div className="office">
      <a className="office-skip" href="#content">
        {t.skip}
      </a>
      <header className="office-side">
        <p className="office-brand">
          {t.product} <span className="office-brand__wing">{t.office}</span>
        </p>
        <nav aria-label={t.menu} className="office-menu">
          {places
            .filter(({ permission }) => may(staff.role, permission))
            .map(({ path, name, icon }) => {
              const here = path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)
              return (
                <Link key={path} href={path} className="office-menu__item" aria-current={here ? 'page' : undefined}>
                  <Icon name={icon} />
                  {t[name]}
                </Link>
              )
            })}
        </nav>
        <div className="office-me">
          <Link href="/tai-khoan" className="office-me__name">
            <span className="visually-hidden">{t.myAccount}: </span>
            <strong>{staff.name}</strong>
            <span>{terms.role[staff.role]}</span>
            <span>{where}</span>
          </Link>
          <LanguageChoice />
          <Button variant="quiet" icon="lock" onClick={() => void leave()}>
            {t.signOut}
          </Button>
        </div>
      </header>
      <main className="office-main" id="content" tabIndex={-1} ref={main}>
        {children}
      </main>
      <Dialog open={ended} title={t.signInAgain} onClose={() => undefined}>
        <div className="stack">
          <Banner tone="info">{t.signedOut}</Banner>
          <SignInForm username={staff.username} onSignedIn={() => void renew()} />
          <a className="office-front__link" href="/office">
            {door.asSomebodyElse}
          </a>
        </div>
      </Dialog>
    </div>
  )
}
