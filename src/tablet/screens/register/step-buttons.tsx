import { Suspense, useState } from 'react'
import type { RegistrationStep } from '../../../domain/registration/draft.ts'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Autosave } from '../../frame/draft/autosave.ts'
import { lazyPart } from '../../frame/lazy-part.ts'
import { MissingList } from './missing-note.tsx'
import { useRegistration } from './registration-context.tsx'
import { neighbourOf } from './step-address.ts'
import type { SaveOutcome } from './use-save-record.ts'

const AskDiscard = lazyPart(async () => (await import('./ask-discard.tsx')).AskDiscard)

type Props = { step: RegistrationStep; outcome: SaveOutcome; onSave: () => void; autosave: Autosave }

/** From step to step, and at the last one into the outbox. */
export function StepButtons({ step, outcome, onSave, autosave }: Props) {
  const t = useWords(registerWords)
  const c = useWords(confirmationWords)
  const { missing, goTo } = useRegistration()
  const [before, after] = [neighbourOf(step, -1), neighbourOf(step, 1)]
  return (
    <>
      {after === null && outcome.kind === 'incomplete' && missing.length > 0 && (
        <Banner tone="bad">
          <p>
            <strong>{c.cannotSave}</strong>
          </p>
          <MissingList missing={missing} />
        </Banner>
      )}
      {after === null && isFailure(outcome) && <Banner tone="bad">{c.saveFailed[outcome.kind]}</Banner>}
      <div className="register__buttons">
        {before !== null && (
          <Button icon="arrowLeft" onClick={() => goTo(before)}>
            {t.back}
          </Button>
        )}
        {after === null ? (
          <Button
            variant="primary"
            icon="check"
            className="register__save"
            busy={outcome.kind === 'saving'}
            onClick={onSave}
          >
            {c.save}
          </Button>
        ) : (
          <Button variant="primary" icon="arrowRight" onClick={() => goTo(after)}>
            {t.next}
          </Button>
        )}
      </div>
      <DiscardDraft autosave={autosave} />
    </>
  )
}

function isFailure(
  outcome: SaveOutcome,
): outcome is Extract<SaveOutcome, { kind: keyof typeof confirmationWords.vi.saveFailed }> {
  return outcome.kind in confirmationWords.vi.saveFailed
}

function DiscardDraft({ autosave }: { autosave: Autosave }) {
  const t = useWords(registerWords)
  const [isAsking, setAsking] = useState(false)
  return (
    <div>
      <Button variant="quiet" icon="trash" onClick={() => setAsking(true)}>
        {t.discard}
      </Button>
      {isAsking && (
        <Suspense>
          <AskDiscard autosave={autosave} onKeep={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  )
}
