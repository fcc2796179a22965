import { useEffect, useState } from 'react'
import { problemWords } from '../../../text/problems.ts'
import { recoveryWords } from '../../../text/tablet/recovery.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { askRecovery, finishRecovery, openRecovery } from '../../actions/recover-vault.ts'
import type { ProfileEntry, Session, StoreTrouble } from '../../actions/session.ts'
import { ChoosePin } from '../../frame/choose-pin.tsx'
import { FrontPage } from '../../frame/front-page.tsx'
import { useTools } from '../../frame/tools-context.tsx'

type Props = {
  profile: ProfileEntry
  onRecovered: (session: Session) => void
  onTrouble: (trouble: StoreTrouble) => void
  onLeave: () => void
}

type Message = 'notApproved' | 'askAgain' | 'noConnection' | 'tooManyTries' | 'refused' | 'outdatedApp'

/** A forgotten PIN: ask the office, read four digits to it, and set a new PIN once it has agreed. */
export function RecoverPin({ profile, onRecovered, onTrouble, onLeave }: Props) {
  const t = useWords(recoveryWords)
  const problems = useWords(problemWords)
  const tools = useTools()
  const [check, setCheck] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const [message, setMessage] = useState<Message | null>(null)
  const [pinError, setPinError] = useState<string | undefined>(undefined)

  useEffect(() => {
    let wanted = true
    void openRecovery(tools, profile.profileId).then((open) => wanted && setCheck(open?.check ?? null))
    return () => {
      wanted = false
    }
  }, [tools, profile])

  const ask = async () => {
    setBusy(true)
    setMessage(null)
    const result = await askRecovery(tools, profile.profileId)
    setBusy(false)
    if (result.kind === 'asked') setCheck(result.check)
    else if (result.kind === 'storeTrouble') onTrouble(result)
    else setMessage(result.kind)
  }

  const finish = async (pin: string) => {
    setBusy(true)
    setMessage(null)
    setPinError(undefined)
    const result = await finishRecovery(tools, profile.profileId, pin)
    setBusy(false)
    if (result.kind === 'recovered') return onRecovered(result.session)
    if (result.kind === 'storeTrouble') return onTrouble(result)
    if (result.kind === 'weakPin') return setPinError(problems.pin[result.weakness])
    setChoosing(false)
    setMessage(result.kind)
    if (result.kind === 'askAgain') setCheck(null)
  }

  return (
    <FrontPage title={t.recoverTitle}>
      <p className="unlock__who">
        <strong>{profile.staffName}</strong>
        <span className="soft">{profile.place}</span>
      </p>
      {message !== null && (
        <Banner tone={message === 'notApproved' ? 'warn' : 'bad'} announce>
          {t[message]}
        </Banner>
      )}
      {isChoosing ? (
        <ChoosePin busy={isBusy} error={pinError} onChosen={(pin) => void finish(pin)} />
      ) : check === null ? (
        <>
          <p>{t.recoverIntro}</p>
          <Button variant="primary" wide busy={isBusy} onClick={() => void ask()}>
            {t.recoverAsk}
          </Button>
        </>
      ) : (
        <>
          <p>{t.recoverCheck}</p>
          <output className="unlock__check">{check}</output>
          <p>{t.recoverApproved}</p>
          <Button variant="primary" wide onClick={() => setChoosing(true)}>
            {t.recoverSetPin}
          </Button>
          <Button wide busy={isBusy} onClick={() => void ask()}>
            {t.recoverAskAgain}
          </Button>
        </>
      )}
      <Button variant="quiet" icon="arrowLeft" onClick={onLeave}>
        {t.back}
      </Button>
    </FrontPage>
  )
}
