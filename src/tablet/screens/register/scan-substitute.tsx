import {
  fieldsOfSubstituteDraft,
  substituteCardFields,
  substituteWithCard,
} from '../../../domain/registration/draft-from-card.ts'
import { useFormPhotos } from '../../frame/capture/draft-photos-context.tsx'
import type { ScanProps } from '../../frame/scan/scan-card-button.tsx'
import { ScanIntoForm } from '../../frame/scan/scan-into-form.tsx'
import { useRegistration } from './registration-context.tsx'

/** The card of whoever receives, for the form. */
export function ScanSubstitute({ onTaken, onClose }: ScanProps) {
  const { keepDraft } = useFormPhotos()
  const { form, values } = useRegistration()
  const { substitute } = values
  return (
    <ScanIntoForm
      known={fieldsOfSubstituteDraft(substitute)}
      fields={substituteCardFields}
      keepDraft={keepDraft}
      onTake={(card, fields) => {
        const { name, idNumber, address } = substituteWithCard(substitute, card, fields)
        form.setValue('substitute.name', name)
        form.setValue('substitute.idNumber', idNumber)
        form.setValue('substitute.address', address)
        onTaken()
      }}
      onClose={onClose}
    />
  )
}
