// The office's composition root: the language, who is signed in, and which screen an address leads to.
import { lazy, StrictMode, Suspense, useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Router, Switch } from 'wouter'
import { type Permission, may } from '../domain/permissions.ts'
import type { Session } from '../protocol/office/session.ts'
import { frameWords } from '../text/office/frame.ts'
import { languageToStartWith, loadWords } from '../text/load-words.ts'
import { LanguageProvider, useWords } from '../ui/language.tsx'
import type { Refusal } from './actions/ask-server.ts'
import { readSession } from './actions/sign-in.ts'
import './frame/office.css'
import { FrontPage } from './frame/front-page.tsx'
import { Layout } from './frame/layout.tsx'
import { keepLanguage, rememberedLanguage } from './frame/remembered-language.ts'
import { RefusalNote } from './frame/refusal-note.tsx'
import { SessionProvider, useSession } from './frame/session-context.tsx'
import { AccountScreen } from './screens/account/account-screen.tsx'
import { AuditScreen } from './screens/audit/audit-screen.tsx'
import { NotFoundScreen } from './screens/not-found/not-found-screen.tsx'
import { OverviewScreen } from './screens/overview/overview-screen.tsx'
import { PeopleScreen } from './screens/people/people-screen.tsx'
import { PersonScreen } from './screens/people/person-screen.tsx'
import { QuarantineScreen } from './screens/quarantine/quarantine-screen.tsx'
import { QueueScreen } from './screens/registrations/queue-screen.tsx'
import { ReviewScreen } from './screens/registrations/review-screen.tsx'
import { SealedFileScreen } from './screens/sealed-file/sealed-file-screen.tsx'
import { FirstAdministratorScreen } from './screens/sign-in/first-administrator-screen.tsx'
import { SignInScreen } from './screens/sign-in/sign-in-screen.tsx'
import { StaffScreen } from './screens/staff/staff-screen.tsx'
import { RecoveriesScreen } from './screens/tablets/recoveries-screen.tsx'
import { TabletsScreen } from './screens/tablets/tablets-screen.tsx'

const AddPersonScreen = lazy(async () => ({
  default: (await import('./screens/people/add-person-screen.tsx')).AddPersonScreen,
}))
const BenefitScreen = lazy(async () => ({
  default: (await import('./screens/people/benefit-screen.tsx')).BenefitScreen,
}))
const EditPersonScreen = lazy(async () => ({
  default: (await import('./screens/people/edit-person-screen.tsx')).EditPersonScreen,
}))
const Payments = lazy(async () => ({ default: (await import('./screens/payments/payments.tsx')).Payments }))
const ImportList = lazy(async () => ({ default: (await import('./screens/import/import-list.tsx')).ImportList }))

type Standing =
  | { kind: 'asking' }
  | { kind: 'unreachable'; refusal: Refusal }
  | { kind: 'signedOut' }
  | { kind: 'settingUp'; secret: string }
  | { kind: 'signedIn'; session: Session }

/** The secret of the one-time link, which never travels in an address: it stands behind the `#`. */
function setupSecret(): string | null {
  return /^#setup=([A-Za-z0-9_-]{20,200})$/.exec(location.hash)?.[1] ?? null
}

function Office() {
  const [standing, setStanding] = useState<Standing>(() => {
    const secret = setupSecret()
    return secret === null ? { kind: 'asking' } : { kind: 'settingUp', secret }
  })
  const t = useWords(frameWords)
  const ask = useCallback(async () => {
    setStanding({ kind: 'asking' })
    const answer = await readSession()
    if (answer.kind === 'ok') return setStanding({ kind: 'signedIn', session: answer.value })
    const stranger = answer.kind === 'problem' && answer.code === 'signed_out'
    setStanding(stranger ? { kind: 'signedOut' } : { kind: 'unreachable', refusal: answer })
  }, [])
  useEffect(() => {
    if (setupSecret() === null) void ask()
  }, [ask])
  const leaveSetup = useCallback(() => {
    history.replaceState(null, '', location.pathname)
    void ask()
  }, [ask])
  const left = useCallback(() => setStanding({ kind: 'signedOut' }), [])

  switch (standing.kind) {
    case 'asking':
      return <FrontPage title={t.loading}>{null}</FrontPage>
    case 'unreachable':
      return (
        <FrontPage title={t.office}>
          <RefusalNote refusal={standing.refusal} onRetry={() => void ask()} />
        </FrontPage>
      )
    case 'settingUp':
      return <FirstAdministratorScreen secret={standing.secret} onDone={leaveSetup} />
    case 'signedOut':
      return <SignInScreen onSignedIn={() => void ask()} />
    case 'signedIn':
      return (
        <SessionProvider initial={standing.session} onLeft={left}>
          <Layout>
            <Screens />
          </Layout>
        </SessionProvider>
      )
  }
}

function Screens() {
  const { role } = useSession().session.staff
  const t = useWords(frameWords)
  /** An address that the person may not use leads nowhere: the server would refuse it anyway. */
  const only = (permission: Permission, screen: React.ReactNode) =>
    may(role, permission) ? screen : <NotFoundScreen />
  return (
    <Suspense fallback={<p className="soft">{t.loading}</p>}>
      <Switch>
        <Route path="/">
          <OverviewScreen />
        </Route>
        <Route path="/danh-sach">{only('seePeople', <PeopleScreen />)}</Route>
        <Route path="/danh-sach/them">{only('editList', <AddPersonScreen />)}</Route>
        <Route path="/danh-sach/:id/sua">{({ id }) => only('editList', <EditPersonScreen key={id} id={id} />)}</Route>
        <Route path="/danh-sach/:id/che-do/:benefit">
          {({ id, benefit }) => only('editList', <BenefitScreen key={benefit} id={id} benefit={benefit} />)}
        </Route>
        <Route path="/danh-sach/:id">{({ id }) => only('seePeople', <PersonScreen key={id} id={id} />)}</Route>
        <Route path="/nhap-danh-sach/*?">{only('importList', <ImportList />)}</Route>
        <Route path="/chi-tra/*?">{only('seePeople', <Payments notFound={<NotFoundScreen />} />)}</Route>
        <Route path="/ho-so">{only('seePeople', <QueueScreen />)}</Route>
        <Route path="/ho-so/giu-lai">{only('decideQuarantine', <QuarantineScreen />)}</Route>
        <Route path="/ho-so/nap-tep">{only('takeSealedFiles', <SealedFileScreen />)}</Route>
        <Route path="/ho-so/:id">{({ id }) => only('seePeople', <ReviewScreen key={id} id={id} />)}</Route>
        <Route path="/may-va-nguoi-dung">{only('manageTablets', <TabletsScreen />)}</Route>
        <Route path="/may-va-nguoi-dung/nguoi-dung">{only('manageTablets', <StaffScreen />)}</Route>
        <Route path="/may-va-nguoi-dung/quen-ma-pin">{only('manageTablets', <RecoveriesScreen />)}</Route>
        <Route path="/nhat-ky">{only('seeAudit', <AuditScreen />)}</Route>
        <Route path="/tai-khoan">
          <AccountScreen />
        </Route>
        <Route>
          <NotFoundScreen />
        </Route>
      </Switch>
    </Suspense>
  )
}

/** Starts the office's wing in the page. */
export function start(root: HTMLElement): void {
  void languageToStartWith(rememberedLanguage()).then((language) =>
    createRoot(root).render(
      <StrictMode>
        <LanguageProvider initial={language} bring={loadWords} onChange={keepLanguage}>
          <Router base="/office">
            <Office />
          </Router>
        </LanguageProvider>
      </StrictMode>,
    ),
  )
}
