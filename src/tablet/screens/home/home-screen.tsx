import './home.css'
import { type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { formatCount } from '../../../text/amounts.ts'
import { formatMoment } from '../../../text/moments.ts'
import { beginWords } from '../../../text/tablet/begin-registration.ts'
import { homeWords } from '../../../text/tablet/home.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { isSentOut } from '../../actions/is-sent-out.ts'
import { listDrafts } from '../../actions/list-drafts.ts'
import { listRecords } from '../../actions/list-records.ts'
import type { ListedRecord } from '../../actions/session.ts'
import { lazyPart } from '../../frame/lazy-part.ts'
import { Page } from '../../frame/page.tsx'
import { useSession, useSyncStatus } from '../../frame/session-context.tsx'
import { useTools } from '../../frame/tools-context.tsx'
import { useBeginRegistration } from '../../frame/use-begin-registration.ts'
import { useStored } from '../../frame/use-stored.ts'

const DraftList = lazyPart(async () => (await import('./draft-list.tsx')).DraftList)
const ReturnedList = lazyPart(async () => (await import('./returned-list.tsx')).ReturnedList)
const DueHint = lazyPart(async () => (await import('./due-hint.tsx')).DueHint)

/** `Hôm nay`: what matters now, and the large actions. */
export function HomeScreen() {
  const t = useWords(homeWords)
  const { now } = useTools()
  const { list, listState, missing } = useSession()
  const status = useSyncStatus()
  const { begin, problem } = useBeginRegistration()
  const refused = useWords(beginWords)
  const drafts = useStored(listDrafts)
  const records = useStored(listRecords)
  const sentOut = useStored(isSentOut) ?? false
  const people = useSyncExternalStore(list.subscribe, list.count)
  const returned = returnedOf(records ?? [])
  const quarantined = records?.filter((record) => record.state === 'quarantined').length ?? 0

  return (
    <Page title={t.title}>
      {missing !== null && <Banner tone="bad">{t.rescue(missing.from, missing.to)}</Banner>}
      {listState === 'expired' && <Banner tone="warn">{t.listExpired}</Banner>}
      {listState === 'never' && people === 0 && status.lastContact === null && (
        <Banner tone="info">{t.listNever}</Banner>
      )}
      {status.clockWrong && <Banner tone="warn">{t.clockWrong}</Banner>}

      <div className="home__actions">
        <Action icon="qr" hint={t.scanHint}>
          <Link href="/quet-the" className="home__action-name">
            {t.scan}
          </Link>
        </Action>
        <Action icon="search" hint={t.people(formatCount(people))}>
          <Link href="/tra-cuu" className="home__action-name">
            {t.lookUp}
          </Link>
        </Action>
        <Action icon="personAdd" hint={t.registerHint}>
          <button type="button" className="home__action-name" onClick={() => void begin({ from: 'nobody' })}>
            {t.register}
          </button>
        </Action>
        <Action
          icon="cash"
          hint={
            sentOut ? (
              <Suspense fallback={t.payHint}>
                <DueHint />
              </Suspense>
            ) : (
              t.payHint
            )
          }
        >
          <Link href="/chi-tra" className="home__action-name">
            {t.pay}
          </Link>
        </Action>
      </div>

      {problem !== null && <Banner tone="bad">{refused[problem]}</Banner>}
      {quarantined > 0 && <Banner tone="warn">{t.quarantined(quarantined)}</Banner>}
      <Suspense>
        {returned.length > 0 && (
          <ReturnedList records={returned} onComplete={(id) => void begin({ from: 'record', id })} />
        )}
        {drafts !== null && drafts.length > 0 && <DraftList drafts={drafts} />}
      </Suspense>

      <section className="card stack stack--tight">
        <h2>{t.queueTitle}</h2>
        <p>{status.waiting + status.photosWaiting > 0 ? t.queue(status.waiting, status.photosWaiting) : t.queueNone}</p>
        <p className="soft">
          {t.syncedTitle}: {status.lastContact === null ? t.syncedNever : formatMoment(status.lastContact, now())}
        </p>
        <div>
          <Link href="/dong-bo" className="button button--secondary">
            <Icon name="sync" />
            <span>{t.openSync}</span>
          </Link>
        </div>
      </section>
    </Page>
  )
}

/** Sent back by the office, and not completed on this tablet since. */
function returnedOf(records: readonly ListedRecord[]): ListedRecord[] {
  const completed = new Set(records.map(({ amends }) => amends))
  return records.filter(({ id, outcome }) => outcome?.review === 'needsPapers' && !completed.has(id))
}

type ActionProps = {
  icon: IconName
  hint: ReactNode
  /** The link or button: it lies over the whole card, and its name is just the name. */
  children: ReactNode
}

function Action({ icon, hint, children }: ActionProps) {
  return (
    <div className="home__action">
      {children}
      <Icon name={icon} />
      <span className="home__action-hint">{hint}</span>
    </div>
  )
}
