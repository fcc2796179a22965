import { useState } from 'react'
import { carryOverWords } from '../../../text/tablet/carry-over.ts'
import { pinWords } from '../../../text/tablet/pin.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PinPad } from '../../../ui/pin-pad.tsx'
import { carryOver, type CarryOverResult } from '../../actions/carry-over.ts'
import { lockVault } from '../../actions/lock-vault.ts'
import type { ProfileEntry, Session } from '../../actions/session.ts'
import { unlockVault } from '../../actions/unlock-vault.ts'
import { useSession } from '../../frame/session-context.tsx'
import { useTools } from '../../frame/tools-context.tsx'

type Props = { target: ProfileEntry; onClose: () => void; onCarried: (to: Session) => void }

type Done = { session: Session; result: Extract<CarryOverResult, { kind: 'carried' }> }

/** Opens the new enrolment with its PIN, carries the records over, and goes on as the new user. */
export function CarryOverDialog({ target, onClose, onCarried }: Props) {
  const t = useWords(carryOverWords)
  const pin = useWords(pinWords)
  const tools = useTools()
  const from = useSession()
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const [done, setDone] = useState<Done | null>(null)

  const carry = async () => {
    if (isBusy || typed === '') return
    setBusy(true)
    setRefusal(await run())
    setTyped('')
    setBusy(false)
  }

  /** @returns why not, in words. */
  const run = async (): Promise<string | undefined> => {
    const opened = await unlockVault(tools, target.profileId, typed)
    if (opened.kind === 'wrongPin') return pin.wrong(opened.triesBeforeWait)
    if (opened.kind === 'wait') return pin.wait(minutes(opened.ms))
    if (opened.kind !== 'unlocked') return t[opened.kind]
    const result = await carryOver(from, opened.session)
    if (result.kind !== 'carried') {
      lockVault(opened.session)
      return t[result.kind]
    }
    setDone({ session: opened.session, result })
    return undefined
  }

  if (done) {
    const { records, photosLost, unreadable } = done.result
    return (
      <Dialog
        open
        title={t.title}
        onClose={() => onCarried(done.session)}
        actions={
          <Button variant="primary" onClick={() => onCarried(done.session)}>
            {t.goOn}
          </Button>
        }
      >
        <div className="stack">
          <Banner tone="good">{t.carried(records)}</Banner>
          {photosLost > 0 && <Banner tone="warn">{t.photosLost(photosLost)}</Banner>}
          {unreadable.length > 0 && <Banner tone="bad">{t.unreadable(unreadable.join(', '))}</Banner>}
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" busy={isBusy} disabled={typed === ''} onClick={() => void carry()}>
            {t.carry}
          </Button>
        </>
      }
    >
      <p>
        {t.pick}: <strong>{target.staffName}</strong>
      </p>
      <PinPad
        label={t.pin}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setRefusal(undefined)
        }}
        onEnter={() => void carry()}
        words={{ erase: pin.erase, typed: pin.digitsTyped }}
        error={refusal}
        disabled={isBusy}
        takesKeys
      />
    </Dialog>
  )
}

/** `m:ss`. */
function minutes(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
