import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import type { PaymentDraft } from '../../../domain/payment/payment-draft.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useFormPhotos } from '../../frame/capture/draft-photos-context.tsx'
import { PhotoSlot } from '../../frame/capture/photo-slot.tsx'
import { SignatureField } from '../../frame/capture/signature-field.tsx'

type Props = { how: PaymentDraft['how']; onHow: (how: PaymentDraft['how']) => void }

/** The recipient's signature, or the thumbprint on the paper list, and a photo if the officer likes. */
export function ConfirmFields({ how, onHow }: Props) {
  const t = useWords(paymentWords)
  const c = useWords(confirmationWords)
  const { photos } = useFormPhotos()
  const photoOf = (role: 'thumbprint' | 'person') => photos.find((photo) => photo.role === role) ?? null
  return (
    <section className="stack" aria-labelledby="confirm">
      <ChoiceGroup
        legend={<span id="confirm">{t.confirm}</span>}
        name="confirmed-by"
        columns
        value={how}
        onChange={({ target }) => onHow(target.value === 'thumbprint' ? 'thumbprint' : 'signature')}
        options={[
          { value: 'signature', label: c.how.signature },
          { value: 'thumbprint', label: c.how.thumbprint, hint: t.thumbprintHint },
        ]}
      />
      {how === 'signature' && <SignatureField of="signature" />}
      {how === 'thumbprint' && <PhotoSlot of="thumbprint" photo={photoOf('thumbprint')} atOffice={false} />}
      <details className="payment__extra">
        <summary>{t.extraPhoto}</summary>
        <PhotoSlot of="person" photo={photoOf('person')} atOffice={false} />
      </details>
    </section>
  )
}
