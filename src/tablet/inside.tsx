// Behind the lock: which address shows which screen.
import { Suspense, useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { frameWords } from '../text/tablet/frame.ts'
import { useWords } from '../ui/language.tsx'
import type { Session } from './actions/session.ts'
import { ErrorScreen } from './frame/error-screen.tsx'
import { Layout } from './frame/layout.tsx'
import { lazyPart } from './frame/lazy-part.ts'
import { Page } from './frame/page.tsx'
import { ScannedCardProvider, useScannedCard } from './frame/scan/scanned-card.tsx'
import { type OpenSession, SessionProvider } from './frame/session-context.tsx'
import { HomeScreen } from './screens/home/home-screen.tsx'

const FirstDownload = lazyPart(async () => (await import('./screens/enrol/first-download.tsx')).FirstDownload)
const LookUp = lazyPart(async () => (await import('./screens/look-up/look-up-screen.tsx')).LookUpScreen)
const Payments = lazyPart(async () => (await import('./screens/payment/payments-screen.tsx')).PaymentsScreen)
const Payment = lazyPart(async () => (await import('./screens/payment/payment-screen.tsx')).PaymentScreen)
const Person = lazyPart(async () => (await import('./screens/person/person-screen.tsx')).PersonScreen)
const PersonDetail = lazyPart(async () => (await import('./screens/person/person-detail.tsx')).PersonDetail)
const Receipt = lazyPart(async () => (await import('./screens/receipt/receipt-screen.tsx')).ReceiptScreen)
const Register = lazyPart(async () => (await import('./screens/register/register-screen.tsx')).RegisterScreen)
const Scan = lazyPart(async () => (await import('./screens/scan/scan-screen.tsx')).ScanScreen)
const ScannedCardNote = lazyPart(async () => (await import('./frame/scan/scanned-card-note.tsx')).ScannedCardNote)
const Settlement = lazyPart(async () => (await import('./screens/settlement/settlement-screen.tsx')).SettlementScreen)
const Sync = lazyPart(async () => (await import('./screens/sync/sync-screen.tsx')).SyncScreen)
const Settings = lazyPart(async () => (await import('./screens/settings/settings-screen.tsx')).SettingsScreen)

type Props = {
  open: OpenSession
  /** The tablet was enrolled a moment ago: the list has yet to come. */
  isNew: boolean
  onRemove: () => void
  /** Goes on as another profile that was just opened. */
  onSwitch: (to: Session) => void
}

/** Everything an officer sees between unlocking and locking. */
export function Inside({ open, isNew, onRemove, onSwitch }: Props) {
  const [isArriving, setArriving] = useState(isNew)
  const [location, navigate] = useLocation()
  if (isArriving) {
    const start = () => {
      setArriving(false)
      navigate('/')
    }
    return (
      <SessionProvider open={open}>
        <Suspense>
          <FirstDownload onStart={start} />
        </Suspense>
      </SessionProvider>
    )
  }
  return (
    <SessionProvider open={open}>
      <ScannedCardProvider>
        <Layout>
          <ErrorScreen key={screenOf(location)}>
            <Suspense fallback={<Opening />}>
              <Switch>
                <Route path="/">
                  <HomeScreen />
                </Route>
                <Route path="/tra-cuu">
                  <LookUp Detail={PersonDetail} />
                </Route>
                <Route path="/quet-the">
                  <Scan />
                </Route>
                <Route path="/nguoi/:id">{({ id }) => <Person id={id} notice={<CardNote id={id} />} />}</Route>
                <Route path="/dang-ky/:draftId/:step?">
                  {({ draftId, step }) => <Register draftId={draftId} step={step} />}
                </Route>
                <Route path="/chi-tra">
                  <Payments />
                </Route>
                <Route path="/chi-tra/:period/:beneficiary">{(address) => <Payment {...address} />}</Route>
                <Route path="/quyet-toan">
                  <Settlement />
                </Route>
                <Route path="/kiem-tra-bien-nhan">
                  <Receipt />
                </Route>
                <Route path="/dong-bo">
                  <Sync onCarried={onSwitch} />
                </Route>
                <Route path="/cai-dat">
                  <Settings onRemove={onRemove} />
                </Route>
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            </Suspense>
          </ErrorScreen>
        </Layout>
      </ScannedCardProvider>
    </SessionProvider>
  )
}

/** The part of an address that tells screens apart; steps of one form are one screen. */
function screenOf(location: string): string {
  return location.split('/', 3).join('/')
}

/** What is said of a card is loaded once there is one. */
function CardNote({ id }: { id: string }) {
  return useScannedCard().scanned === null ? null : <ScannedCardNote id={id} />
}

function Opening() {
  const t = useWords(frameWords)
  return (
    <p role="status" className="soft">
      {t.loading}
    </p>
  )
}

function NotFound() {
  const t = useWords(frameWords)
  return (
    <Page title={t.notFoundTitle}>
      <p>{t.notFoundText}</p>
      <Link href="/">{t.toHome}</Link>
    </Page>
  )
}
