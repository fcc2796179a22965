import { Suspense } from 'react'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { ConfirmFields } from './confirm-fields.tsx'
import { ConsentFields } from './consent-fields.tsx'
import { DoubtList } from './doubt-list.tsx'
import { EligibilityPanel } from './eligibility-panel.tsx'
import { useField } from './registration-context.tsx'
import { Summary } from './summary.tsx'

/** Step 5: everything on one page, read aloud, judged, agreed to and confirmed. */
export function ConfirmationStep() {
  const t = useWords(confirmationWords)
  const field = useField()
  return (
    <>
      <Suspense>
        <Summary />
      </Suspense>
      <DoubtList />
      <EligibilityPanel />
      <ConsentFields />
      <ConfirmFields />
      <TextAreaField label={t.note} hint={t.noteHint} maxLength={1000} spellCheck={false} {...field('note')} />
    </>
  )
}
