import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { PaymentDraft } from '../../../domain/payment/payment-draft.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useFormPhotos } from '../../frame/capture/draft-photos-context.tsx'
import { PhotoSlot } from '../../frame/capture/photo-slot.tsx'
import { SignatureField } from '../../frame/capture/signature-field.tsx'

type Confirmation = Pick<PaymentDraft, 'how' | 'witness'>
type Props = { confirmation: Confirmation; onChange: (part: Partial<Confirmation>) => void }

/** The recipient's signature, the thumbprint on the paper list, or a witness's signature; and a photo if the officer likes. */
export function ConfirmFields({ confirmation: { how, witness }, onChange }: Props) {
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
        onChange={({ target }) => onChange({ how: PaymentDraft.shape.how.parse(target.value) })}
        options={[
          { value: 'signature', label: c.how.signature },
          { value: 'thumbprint', label: c.how.thumbprint, hint: t.thumbprintHint },
          { value: 'witness', label: c.how.witness, hint: t.witnessHint },
        ]}
      />
      {how === 'signature' && <SignatureField of="signature" orThumbprint />}
      {how === 'thumbprint' && <PhotoSlot of="thumbprint" photo={photoOf('thumbprint')} atOffice={false} />}
      {how === 'witness' && (
        <>
          <TextField
            label={c.witness}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            value={witness}
            onChange={({ target }) => onChange({ witness: target.value })}
          />
          <SignatureField of="witnessSignature" />
        </>
      )}
      <details className="payment__extra">
        <summary>{t.extraPhoto}</summary>
        <PhotoSlot of="person" photo={photoOf('person')} atOffice={false} />
      </details>
    </section>
  )
}
