import './unlock.css'
import { useCallback, useEffect, useState } from 'react'
import { pinWords } from '../../../text/tablet/pin.ts'
import { unlockWords } from '../../../text/tablet/unlock.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PinPad } from '../../../ui/pin-pad.tsx'
import type { ProfileEntry, Session, StoreTrouble } from '../../actions/session.ts'
import { ExportButton } from '../../frame/export-button.tsx'
import { FrontPage } from '../../frame/front-page.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'
import { useTools } from '../../frame/tools-context.tsx'
import { whenPainted } from '../../frame/when-painted.ts'
import { useCountdown } from '../../frame/use-countdown.ts'
import { PickProfile } from './pick-profile.tsx'

// The database and the ciphers are loaded while the officer looks for the first digit.
const vault = () => import('../../actions/unlock-vault.ts')

const RecoverPin = lazyPart(async () => (await import('./recover-pin.tsx')).RecoverPin)

type Props = {
  profiles: readonly ProfileEntry[]
  /** Opens a shortened store as far as it is there. */
  rescue: ProfileEntry | null
  /** The user was to be removed, but something is unsent. */
  isUnsent?: boolean
  onUnlocked: (session: Session) => void
  onTrouble: (profile: ProfileEntry, trouble: StoreTrouble) => void
  /** Somebody else wants to be at home here too. */
  onEnrol: () => void
}

type Refusal = { kind: 'wrongPin'; left: number } | { kind: 'outdatedApp' | 'recoveryNeeded' }

/** `Mở khóa`: whose work it is, and the PIN. */
export function UnlockScreen({ profiles, rescue, isUnsent = false, onUnlocked, onTrouble, onEnrol }: Props) {
  const t = useWords(unlockWords)
  const pin = useWords(pinWords)
  const tools = useTools()
  const [profile, setProfile] = useState<ProfileEntry | null>(
    rescue ?? (profiles.length === 1 ? (profiles[0] ?? null) : null),
  )
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [waitMs, setWaitMs] = useState(0)
  const [isRecovering, setRecovering] = useState(false)
  const wait = useCountdown(waitMs)

  useEffect(() => {
    if (!profile) return
    let wanted = true
    void whenPainted()
      .then(vault)
      .then(async ({ waitBeforeUnlock, needsRecovery }) => {
        const ms = await waitBeforeUnlock(tools, profile.profileId)
        if (wanted) setWaitMs(ms)
        if ((await needsRecovery(tools, profile.profileId)) && wanted) setRefusal({ kind: 'recoveryNeeded' })
      })
    return () => {
      wanted = false
    }
  }, [profile, tools])

  const choose = useCallback((next: ProfileEntry | null) => {
    setProfile(next)
    setTyped('')
    setRefusal(null)
    setRecovering(false)
  }, [])

  if (!profile) {
    return (
      <FrontPage title={t.title}>
        <PickProfile profiles={profiles} onPick={choose} onEnrol={onEnrol} />
      </FrontPage>
    )
  }
  if (isRecovering) {
    return (
      <RecoverPin
        profile={profile}
        onRecovered={onUnlocked}
        onTrouble={(trouble) => onTrouble(profile, trouble)}
        onLeave={() => setRecovering(false)}
      />
    )
  }

  const unlock = async () => {
    if (isBusy || typed === '' || wait !== null) return
    setBusy(true)
    const { unlockVault, waitBeforeUnlock } = await vault()
    const result = await unlockVault(tools, profile.profileId, typed, rescue ? { rescue: true } : {})
    setBusy(false)
    setTyped('')
    switch (result.kind) {
      case 'unlocked':
        return onUnlocked(result.session)
      case 'storeTrouble':
        return onTrouble(profile, result)
      case 'wait':
        setRefusal(null)
        return setWaitMs(result.ms)
      case 'wrongPin':
        setRefusal({ kind: 'wrongPin', left: result.triesBeforeWait })
        if (result.triesBeforeWait === 0) setWaitMs(await waitBeforeUnlock(tools, profile.profileId))
        return
      case 'recoveryNeeded':
      case 'outdatedApp':
        return setRefusal(result)
    }
  }

  const needsOffice = refusal?.kind === 'recoveryNeeded'
  return (
    <FrontPage title={t.title}>
      <p className="unlock__who">
        <strong>{profile.staffName}</strong>
        <span className="soft">{profile.place}</span>
      </p>
      {isUnsent && <Banner tone="bad">{t.notRemoved}</Banner>}
      {needsOffice ? (
        <Banner
          tone="warn"
          announce
          actions={
            <Button variant="primary" onClick={() => setRecovering(true)}>
              {t.forgotten}
            </Button>
          }
        >
          {t.tooMany}
        </Banner>
      ) : (
        <>
          <PinPad
            label={t.pin}
            value={typed}
            onChange={(value) => {
              setTyped(value)
              setRefusal(null)
            }}
            onEnter={() => void unlock()}
            words={{ erase: pin.erase, typed: pin.digitsTyped }}
            error={wait !== null ? pin.wait(wait) : refusal?.kind === 'wrongPin' ? pin.wrong(refusal.left) : undefined}
            disabled={isBusy || wait !== null}
            takesKeys
          />
          {refusal?.kind === 'outdatedApp' && <Banner tone="bad">{t.outdatedApp}</Banner>}
          <Button
            variant="primary"
            icon="key"
            wide
            busy={isBusy}
            disabled={typed === '' || wait !== null}
            onClick={() => void unlock()}
          >
            {isBusy ? t.unlocking : t.unlock}
          </Button>
        </>
      )}
      <div className="unlock__more">
        {profiles.length > 1 && (
          <Button variant="quiet" icon="person" onClick={() => choose(null)}>
            {t.other}
          </Button>
        )}
        {!needsOffice && (
          <Button variant="quiet" icon="key" onClick={() => setRecovering(true)}>
            {t.forgotten}
          </Button>
        )}
        <Button variant="quiet" icon="personAdd" onClick={onEnrol}>
          {t.addUser}
        </Button>
        <ExportButton variant="quiet" profileId={profile.profileId} />
      </div>
    </FrontPage>
  )
}
