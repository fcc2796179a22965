import { cardFields } from '../../../domain/card-code/compare-card.ts'
import { fieldsOfPersonDraft, personWithCard } from '../../../domain/registration/draft-from-card.ts'
import { useFormPhotos } from '../../frame/capture/draft-photos-context.tsx'
import type { ScanProps } from '../../frame/scan/scan-card-button.tsx'
import { ScanIntoForm } from '../../frame/scan/scan-into-form.tsx'
import { useRegistration } from './registration-context.tsx'

/** The beneficiary's card for the form. */
export function ScanPerson({ onTaken, onClose }: ScanProps) {
  const { keepDraft } = useFormPhotos()
  const { form, values } = useRegistration()
  const { person } = values
  return (
    <ScanIntoForm
      known={fieldsOfPersonDraft(person)}
      fields={cardFields}
      keepDraft={keepDraft}
      onTake={(card, fields) => {
        const filled = personWithCard(person, card, fields)
        for (const key of Object.keys(filled) as (keyof typeof filled)[]) {
          if (filled[key] !== person[key]) form.setValue(`person.${key}`, filled[key])
        }
        if (filled.idKind === 'cccd') form.setValue('lacksCitizenId', false)
        onTaken()
      }}
      onClose={onClose}
    />
  )
}
