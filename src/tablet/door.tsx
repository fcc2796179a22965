// The door: whether the tablet shows how to enrol, the lock, a trouble, or what lies behind the lock. A cold start waits for
// all that is imported here, so it is little: what opens a vault, and what lies behind, is loaded while the officer types.
import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { ProfileId } from '../domain/ids.ts'
import { readEnrolmentLink } from '../protocol/enrolment-code.ts'
import { listProfiles } from './actions/list-profiles.ts'
import { lockVault } from './actions/lock-vault.ts'
import type { ClosedReason, ProfileEntry, Session, StoreTrouble } from './actions/session.ts'
import { lazyPart } from './frame/lazy-part.ts'
import type { OpenSession } from './frame/session-context.tsx'
import { useTools } from './frame/tools-context.tsx'
import { useIdleLock } from './frame/use-idle-lock.ts'
import { whenPainted } from './frame/when-painted.ts'
import { UnlockScreen } from './screens/unlock/unlock-screen.tsx'

const inside = () => import('./inside.tsx')
const unlocking = () => import('./actions/unlock-vault.ts')
const syncing = () => import('./actions/start-sync.ts')

const Inside = lazyPart(async () => (await inside()).Inside)
const Enrol = lazyPart(async () => (await import('./screens/enrol/enrol-screen.tsx')).EnrolScreen)
const Trouble = lazyPart(async () => (await import('./screens/trouble/trouble-screen.tsx')).TroubleScreen)
const Closed = lazyPart(async () => (await import('./screens/trouble/closed-screen.tsx')).ClosedScreen)

const enrolPath = '/ghep-may'

type Stage =
  | { kind: 'locked'; rescue: ProfileEntry | null; unsent: boolean }
  | { kind: 'open'; open: OpenSession; isNew: boolean }
  | { kind: 'trouble'; profile: ProfileEntry; trouble: StoreTrouble }
  | { kind: 'closed'; reason: 'outdated' | 'gone' | 'wiped'; profileId: ProfileId }

const locked = { kind: 'locked', rescue: null, unsent: false } as const satisfies Stage

function stageAfter(reason: ClosedReason, profileId: ProfileId): Stage {
  return reason === 'locked' ? locked : { kind: 'closed', reason, profileId }
}

/** What the officer needs next. What can not be loaded now is asked for again, and missed aloud, when it is used. */
function loadTheRest(): void {
  for (const load of [unlocking, syncing, inside]) load().catch(() => undefined)
}

type Props = {
  /** Who was at home on this tablet when the page started. */
  atStart: readonly ProfileEntry[]
  /** Told once what is in front is on the glass: whatever else is to be loaded may be loaded now. */
  onShown: () => void
}

/** Decides what is in front of the officer. The address stays as it is while the tablet is locked: unlocking leads back. */
export function Door({ atStart, onShown }: Props) {
  const tools = useTools()
  const [location, navigate] = useLocation()
  const [profiles, setProfiles] = useState(atStart)
  const [stage, setStage] = useState<Stage>(locked)
  const [linkCode, setLinkCode] = useState<string | null>(null)
  const [lastProfile, setLastProfile] = useState<string | null>(null)

  const lookAgain = useCallback(() => void listProfiles(tools).then(setProfiles), [tools])
  useEffect(() => {
    void whenPainted().then(() => {
      loadTheRest()
      onShown()
    })
  }, [onShown])

  useEffect(() => {
    const take = () => {
      const code = readEnrolmentLink(window.location.href)
      if (code === null) return
      setLinkCode(code)
      // The code works once and belongs to one person: it does not stay in the address.
      navigate(enrolPath, { replace: true })
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [navigate])

  const enter = async (session: Session, isNew: boolean) => {
    const { startSync } = await syncing()
    const closed = session.store.closed()
    if (closed !== null) return setStage(stageAfter(closed, session.profileId))
    const sync = startSync(session)
    const lock = () => {
      sync.stop()
      lockVault(session)
    }
    session.store.onClosed((reason) => {
      sync.stop()
      // Another session may be in front by now.
      setStage((current) =>
        current.kind !== 'open' || current.open.session !== session ? current : stageAfter(reason, session.profileId),
      )
      lookAgain()
    })
    // Somebody else's address means nothing here.
    if (location === enrolPath || (lastProfile !== null && lastProfile !== session.profileId)) navigate('/')
    setLastProfile(session.profileId)
    setStage({ kind: 'open', open: { session, sync, lock }, isNew })
  }

  const switchTo = ({ lock }: OpenSession, to: Session) => {
    lock()
    void enter(to, false)
  }

  const remove = async ({ session, lock }: OpenSession) => {
    lock()
    const { removeProfile } = await import('./actions/remove-profile.ts')
    const result = await removeProfile(tools, session.profileId)
    setStage({ ...locked, unsent: result.kind === 'unsent' })
    lookAgain()
    navigate('/')
  }

  const open = stage.kind === 'open' ? stage.open : null
  useIdleLock(open?.lock ?? null)

  switch (stage.kind) {
    case 'open':
      return (
        <Inside
          key={stage.open.session.profileId}
          open={stage.open}
          isNew={stage.isNew}
          onRemove={() => void remove(stage.open)}
          onSwitch={(to) => switchTo(stage.open, to)}
        />
      )
    case 'closed':
      return <Closed reason={stage.reason} profileId={stage.profileId} />
    case 'trouble':
      return (
        <Trouble
          profile={stage.profile}
          trouble={stage.trouble}
          onRetry={() => setStage(locked)}
          onOpenRest={() => setStage({ ...locked, rescue: stage.profile })}
          onEnrol={() => {
            setStage(locked)
            navigate(enrolPath)
          }}
        />
      )
    case 'locked':
      if (profiles.length === 0 || location === enrolPath) {
        return (
          <Enrol
            key={linkCode}
            linkCode={linkCode}
            onEnrolled={(session) => {
              setLinkCode(null)
              lookAgain()
              void enter(session, true)
            }}
            onLeave={profiles.length === 0 ? null : () => navigate('/')}
          />
        )
      }
      return (
        <UnlockScreen
          key={stage.rescue?.profileId}
          profiles={profiles}
          rescue={stage.rescue}
          isUnsent={stage.unsent}
          onUnlocked={(session) => void enter(session, false)}
          onTrouble={(profile, trouble) => setStage({ kind: 'trouble', profile, trouble })}
          onEnrol={() => navigate(enrolPath)}
        />
      )
  }
}
