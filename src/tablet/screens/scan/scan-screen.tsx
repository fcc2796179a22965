import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CitizenCard } from '../../../domain/card-code/citizen-card.ts'
import { type CardHolder, findCardHolder, findNumberHolder } from '../../../domain/card-code/find-card-holder.ts'
import type { IdNumber } from '../../../domain/citizen-id.ts'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { beginWords } from '../../../text/tablet/begin-registration.ts'
import { scanWords } from '../../../text/tablet/scan.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { findAlike } from '../../actions/find-alike.ts'
import type { ListedPerson } from '../../actions/session.ts'
import { Page } from '../../frame/page.tsx'
import { CardScanner } from '../../frame/scan/card-scanner.tsx'
import { useScannedCard } from '../../frame/scan/scanned-card.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useBeginRegistration } from '../../frame/use-begin-registration.ts'
import { ChooseHolder } from './choose-holder.tsx'

/** What was read, a card or only a number that was typed. */
type Asked = { card: CitizenCard } | { idNumber: IdNumber }

type Stage =
  | { kind: 'scanning' }
  | { kind: 'choosing'; asked: Asked; people: ListedPerson[] }
  | { kind: 'nobody'; idNumber: IdNumber }

/** `Quét thẻ`: a person on the list is opened, a stranger begins a registration with the fields filled. */
export function ScanScreen() {
  const t = useWords(scanWords)
  const refused = useWords(beginWords)
  const session = useSession()
  const [, navigate] = useLocation()
  const { remember } = useScannedCard()
  const { begin, busy, problem } = useBeginRegistration()
  const [stage, setStage] = useState<Stage>({ kind: 'scanning' })
  const [round, setRound] = useState(0)
  const again = () => {
    setStage({ kind: 'scanning' })
    setRound(round + 1)
  }

  const open = (asked: Asked, person: BeneficiaryId) => {
    remember('card' in asked ? { card: asked.card, person } : null)
    navigate(`/nguoi/${person}`)
  }
  const register = (asked: Asked) => void begin({ from: 'card', ...asked })
  const goOn = (asked: Asked, holder: CardHolder<ListedPerson>) => {
    if (holder.kind === 'one') return open(asked, holder.person.beneficiary.id)
    if (holder.kind === 'several') return setStage({ kind: 'choosing', asked, people: holder.people })
    if ('card' in asked) return register(asked)
    setStage({ kind: 'nobody', idNumber: asked.idNumber })
  }

  return (
    <Page title={t.title} back="/">
      {problem !== null && (
        <Banner tone="bad" actions={<Again onClick={again} />}>
          {refused[problem]}
        </Banner>
      )}
      {stage.kind === 'nobody' && (
        <Banner
          tone="warn"
          announce
          actions={
            <Button icon="personAdd" busy={busy} onClick={() => register({ idNumber: stage.idNumber })}>
              {t.registerNew}
            </Button>
          }
        >
          {t.nobody(stage.idNumber)}
        </Banner>
      )}
      {stage.kind === 'choosing' ? (
        <>
          <ChooseHolder
            people={stage.people}
            busy={busy}
            onChoose={(person) => open(stage.asked, person)}
            onNobody={() => register(stage.asked)}
          />
          <div>
            <Again onClick={again} />
          </div>
        </>
      ) : (
        <CardScanner
          key={round}
          onCard={(card) =>
            goOn({ card }, findCardHolder(card, findAlike(session, card.name, [card.idNumber, card.oldIdNumber])))
          }
          onNumber={(idNumber) => goOn({ idNumber }, findNumberHolder(idNumber, findAlike(session, '', [idNumber])))}
        />
      )}
    </Page>
  )
}

function Again({ onClick }: { onClick: () => void }) {
  const t = useWords(scanWords)
  return (
    <Button icon="qr" onClick={onClick}>
      {t.again}
    </Button>
  )
}
