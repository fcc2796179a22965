import './enrol.css'
import { useState } from 'react'
import { enrolWords } from '../../../text/tablet/enrol.ts'
import { problemWords } from '../../../text/problems.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { enrolTablet, type EnrolResult } from '../../actions/enrol-tablet.ts'
import { askPersistence } from '../../actions/report-storage.ts'
import type { Session } from '../../actions/session.ts'
import { ChoosePin } from '../../frame/choose-pin.tsx'
import { FrontPage } from '../../frame/front-page.tsx'
import { useTools } from '../../frame/tools-context.tsx'
import { CodeStep } from './code-step.tsx'

type Props = {
  /** A code that came with the office's link, or null. */
  linkCode: string | null
  onEnrolled: (session: Session) => void
  /** Back to the lock screen; null when nobody is at home on this tablet yet. */
  onLeave: (() => void) | null
}

type Failure = Exclude<EnrolResult['kind'], 'enrolled' | 'weakPin'>

/** `Ghép máy`: a code, a PIN typed twice, and the server's word. */
export function EnrolScreen({ linkCode, onEnrolled, onLeave }: Props) {
  const t = useWords(enrolWords)
  const problems = useWords(problemWords)
  const tools = useTools()
  const [code, setCode] = useState<string | null>(null)
  const [lastCode, setLastCode] = useState(linkCode)
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [pinError, setPinError] = useState<string | undefined>(undefined)

  const enrol = async (pin: string) => {
    if (code === null) return
    setWorking(true)
    setPinError(undefined)
    // Asked while the officer's press is fresh: browsers grant it more readily then.
    await askPersistence(tools)
    const result = await enrolTablet(tools, { code, pin })
    setWorking(false)
    if (result.kind === 'enrolled') {
      onEnrolled(result.session)
    } else if (result.kind === 'weakPin') {
      setPinError(problems.pin[result.weakness])
    } else {
      setFailure(result.kind)
      setCode(null)
    }
  }

  return (
    <FrontPage title={t.title}>
      {isWorking ? (
        <div className="stack" role="status">
          <h2>{t.working}</h2>
          <progress className="progress__bar" aria-label={t.working} />
          <p className="soft">{t.workingHint}</p>
        </div>
      ) : code === null ? (
        <>
          <p>{t.intro}</p>
          {failure !== null && <Banner tone="bad">{t[failure]}</Banner>}
          <CodeStep
            initial={lastCode ?? ''}
            isFromLink={linkCode !== null && lastCode === linkCode}
            onCode={(next) => {
              setFailure(null)
              setLastCode(next)
              setCode(next)
            }}
          />
          {onLeave && (
            <Button variant="quiet" icon="arrowLeft" onClick={onLeave}>
              {t.toUnlock}
            </Button>
          )}
        </>
      ) : (
        <ChoosePin
          onChosen={(pin) => void enrol(pin)}
          error={pinError}
          aside={
            <Button variant="quiet" icon="arrowLeft" onClick={() => setCode(null)}>
              {t.back}
            </Button>
          }
        />
      )}
    </FrontPage>
  )
}
