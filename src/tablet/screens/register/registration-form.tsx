import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { completeRegistration } from '../../../domain/registration/complete-registration.ts'
import { doubtsAbout } from '../../../domain/registration/doubts.ts'
import type { RegistrationDraft, RegistrationStep } from '../../../domain/registration/draft.ts'
import { missingPapers } from '../../../domain/registration/missing-papers.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { useWords } from '../../../ui/language.tsx'
import type { Draft } from '../../actions/session.ts'
import { type DraftPhotos, DraftPhotosProvider } from '../../frame/capture/draft-photos-context.tsx'
import { dayOf } from '../../frame/day-of.ts'
import { DraftNote } from '../../frame/draft/draft-note.tsx'
import { Page } from '../../frame/page.tsx'
import { useTools } from '../../frame/tools-context.tsx'
import { ConfirmationStep } from './confirmation-step.tsx'
import { startDraftForm, useDraftValues } from './draft-form.ts'
import { DraftOrigin } from './draft-origin.tsx'
import { focusField } from './focus-field.ts'
import { MethodStep } from './method-step.tsx'
import { MissingNote } from './missing-note.tsx'
import { PapersStep } from './papers-step.tsx'
import { PersonStep } from './person-step.tsx'
import { type OpenRegistration, RegistrationProvider } from './registration-context.tsx'
import { addressOf } from './step-address.ts'
import { StepButtons } from './step-buttons.tsx'
import { SubstituteStep } from './substitute-step.tsx'
import { Trail } from './trail.tsx'
import { useDraftPhotos } from '../../frame/capture/use-draft-photos.ts'
import { useRegistrationAutosave } from './use-registration-autosave.ts'
import { useSaveRecord } from './use-save-record.ts'

const contentOf = {
  person: PersonStep,
  substitute: SubstituteStep,
  method: MethodStep,
  papers: PapersStep,
  confirmation: ConfirmationStep,
} satisfies Record<RegistrationStep, () => unknown>

type Props = {
  draft: Draft
  content: RegistrationDraft
  step: RegistrationStep
  /** The record is on disk. */
  onSaved: (name: string) => void
}

/** The five steps over one draft. Which rules hold is asked of the domain with every change; nothing is refused while typing. */
export function RegistrationForm({ draft, content, step, onSaved }: Props) {
  const t = useWords(registerWords)
  const { now } = useTools()
  const [, navigate] = useLocation()
  const [commune, setCommune] = useState(draft.commune)
  const [form] = useState(() => startDraftForm(content))
  const { autosave, state } = useRegistrationAutosave(draft, form, { step, commune })
  const { photos, keepPhoto, dropPhoto } = useDraftPhotos(draft)
  const [finishers] = useState(() => new Set<() => Promise<unknown>>())
  const { outcome, save } = useSaveRecord({
    draft,
    autosave,
    finishers,
    onSaved: () => onSaved(form.values().person.name),
  })

  const values = useDraftValues(form)
  const today = dayOf(now())
  const roles = useMemo(() => photos.map(({ role }) => role), [photos])
  const completion = completeRegistration(values, { photos: roles, today })
  const missing = completion.kind === 'incomplete' ? completion.missing : []

  const heading = useStepHeading(step)
  const goTo = useCallback(
    (next: RegistrationStep, field?: string) => {
      navigate(addressOf(draft.id, next))
      if (field !== undefined) focusField(field)
    },
    [navigate, draft.id],
  )
  const beforeSave = useCallback(
    (finish: () => Promise<unknown>) => {
      finishers.add(finish)
      return () => void finishers.delete(finish)
    },
    [finishers],
  )

  const open: OpenRegistration = {
    draft,
    commune,
    setCommune,
    form,
    values,
    today,
    missing,
    doubts: doubtsAbout(values, roles, today),
    attempted: outcome.kind === 'incomplete',
    goTo,
  }
  const formPhotos: DraftPhotos = { photos, keepDraft: autosave.flush, keepPhoto, dropPhoto, beforeSave }
  const Step = contentOf[step]
  return (
    <Page title={t.title} back="/" aside={<DraftNote state={state} />}>
      <RegistrationProvider value={open}>
        <DraftPhotosProvider value={formPhotos}>
          <DraftOrigin />
          <Trail step={step} papers={missingPapers(values, roles).length} />
          <section className="register__step" aria-labelledby="register-step">
            <h2 id="register-step" ref={heading} tabIndex={-1}>
              {t.steps[step]}
            </h2>
            {step !== 'confirmation' && <MissingNote missing={missing} step={step} />}
            <Step />
          </section>
          <StepButtons step={step} outcome={outcome} onSave={save} autosave={autosave} />
        </DraftPhotosProvider>
      </RegistrationProvider>
    </Page>
  )
}

/** A new step begins at its top and is read out. */
function useStepHeading(step: RegistrationStep) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    scrollTo({ top: 0 })
    if (!document.activeElement?.closest('.register__step')) heading.current?.focus({ preventScroll: true })
  }, [step])
  return heading
}
