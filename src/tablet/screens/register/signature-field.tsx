import { useState } from 'react'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PhotoFrame } from '../../../ui/photo-frame.tsx'
import { CameraDialog } from './camera-dialog.tsx'
import { usePicture } from './photo-slot.tsx'
import { useRegistration } from './registration-context.tsx'
import { SignaturePadCanvas } from './signature-pad-canvas.tsx'

/** A signature drawn on the screen; one on paper can be photographed instead. */
export function SignatureField({ role }: { role: 'signature' | 'witnessSignature' }) {
  const t = useWords(registerWords)
  const name = useWords(termWords).photo[role]
  const { photos, dropPhoto, keepDraft } = useRegistration()
  const photo = photos.find((one) => one.role === role) ?? null
  // While the pad is being drawn on, the picture it has stored does not take its place.
  const [isDrawing, setDrawing] = useState(photo === null)
  const [isCameraOpen, setCameraOpen] = useState(false)
  const picture = usePicture(isDrawing ? null : photo)
  const again = async () => {
    if (photo !== null) await dropPhoto(photo)
    setDrawing(true)
  }
  return (
    <div className="stack stack--tight">
      {isDrawing ? (
        <SignaturePadCanvas role={role} label={t.signHere} hint={t.signHint} />
      ) : (
        <PhotoFrame
          photo={picture instanceof Blob ? picture : null}
          alt={name}
          caption={t.signed}
          empty={picture === 'lost' ? t.photoLost : ''}
          actions={
            <Button icon="rotate" onClick={() => void again()}>
              {t.signAgain}
            </Button>
          }
        />
      )}
      {isDrawing && (
        <>
          {photo !== null && <Banner tone="good">{t.signed}</Banner>}
          <p className="soft">{t.signKeyboard}</p>
          <div>
            <Button icon="camera" onClick={() => void keepDraft().then(() => setCameraOpen(true))}>
              {t.signOnPaper}
            </Button>
          </div>
        </>
      )}
      {isCameraOpen && (
        <CameraDialog
          role={role}
          onClose={() => {
            setCameraOpen(false)
            setDrawing(false)
          }}
        />
      )}
    </div>
  )
}
