import { useRef } from 'react'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useFormPhotos } from '../../frame/capture/draft-photos-context.tsx'
import { PhotoSlot } from '../../frame/capture/photo-slot.tsx'
import { SignatureField } from '../../frame/capture/signature-field.tsx'
import { useField, useRegistration } from './registration-context.tsx'

/** How the person confirms what was read aloud: signature, thumbprint, or a witness. */
export function ConfirmFields() {
  const t = useWords(confirmationWords)
  const field = useField()
  const { values } = useRegistration()
  const { photos } = useFormPhotos()
  const { how } = values.confirmation
  const section = useRef<HTMLElement>(null)
  // What was chosen is asked for below, often out of sight.
  const showBelow = () =>
    requestAnimationFrame(() => {
      section.current?.querySelector('canvas, .photo-slot')?.scrollIntoView({ block: 'center' })
    })
  return (
    <section ref={section} className="register__part" aria-labelledby="confirm">
      <ChoiceGroup
        legend={<span id="confirm">{t.confirm}</span>}
        columns
        options={(['signature', 'thumbprint', 'witness'] as const).map((one) => ({
          value: one,
          label: t.how[one],
          hint: t.howHint[one],
        }))}
        {...field('confirmation.how')}
        onInput={showBelow}
      />
      {how === 'signature' && <SignatureField of="signature" orThumbprint />}
      {how === 'thumbprint' && (
        <PhotoSlot of="thumbprint" photo={photos.find(({ role }) => role === 'thumbprint') ?? null} atOffice={false} />
      )}
      {how === 'witness' && (
        <>
          <TextField label={t.witness} maxLength={200} spellCheck={false} {...field('confirmation.witness')} />
          <SignatureField of="witnessSignature" />
        </>
      )}
    </section>
  )
}
