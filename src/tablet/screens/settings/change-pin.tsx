import { useState } from 'react'
import { problemWords } from '../../../text/problems.ts'
import { pinWords } from '../../../text/tablet/pin.ts'
import { settingsWords } from '../../../text/tablet/settings.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PinPad } from '../../../ui/pin-pad.tsx'
import { changePin } from '../../actions/change-pin.ts'
import { ChoosePin } from '../../frame/choose-pin.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useCountdown } from '../../frame/use-countdown.ts'

/** The old PIN, then a new one twice. Wrong tries count like those at the lock. */
export function ChangePin({ onClose }: { onClose: () => void }) {
  const t = useWords(settingsWords)
  const pin = useWords(pinWords)
  const problems = useWords(problemWords)
  const session = useSession()
  const [old, setOld] = useState('')
  const [step, setStep] = useState<'old' | 'new' | 'done'>('old')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const [waitMs, setWaitMs] = useState(0)
  const wait = useCountdown(waitMs)

  const startOver = (message: string | undefined) => {
    setOld('')
    setStep('old')
    setRefusal(message)
  }

  const change = async (next: string) => {
    setBusy(true)
    const result = await changePin(session, old, next)
    setBusy(false)
    switch (result.kind) {
      case 'changed':
        return setStep('done')
      case 'wrongPin':
        return startOver(pin.wrong(result.triesBeforeWait))
      case 'wait':
        setWaitMs(result.ms)
        return startOver(undefined)
      case 'recoveryNeeded':
        return startOver(t.recoveryNeeded)
      case 'weakPin':
        return setRefusal(problems.pin[result.weakness])
    }
  }

  const cancel = (
    <Button variant="quiet" onClick={onClose}>
      {t.cancel}
    </Button>
  )
  const goOn = () => old !== '' && wait === null && setStep('new')

  return (
    <Dialog open title={t.changePin} onClose={onClose}>
      {step === 'old' && (
        <div className="stack">
          <PinPad
            label={t.oldPin}
            value={old}
            onChange={(value) => {
              setOld(value)
              setRefusal(undefined)
            }}
            onEnter={goOn}
            words={{ erase: pin.erase, typed: pin.digitsTyped }}
            error={wait === null ? refusal : pin.wait(wait)}
            disabled={wait !== null}
            takesKeys
          />
          <div className="row row--between">
            {cancel}
            <Button variant="primary" disabled={old === '' || wait !== null} onClick={goOn}>
              {pin.next}
            </Button>
          </div>
        </div>
      )}
      {step === 'new' && (
        <ChoosePin busy={isBusy} error={refusal} onChosen={(next) => void change(next)} aside={cancel} />
      )}
      {step === 'done' && (
        <div className="stack">
          <Banner tone="good">{t.pinChanged}</Banner>
          <Button variant="primary" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
