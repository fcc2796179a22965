import { Suspense, useState } from 'react'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PhotoFrame } from '../../../ui/photo-frame.tsx'
import { lazyPart } from '../lazy-part.ts'
import { useFormPhotos } from './draft-photos-context.tsx'
import { OpenCamera } from './open-camera.tsx'
import { usePicture } from './use-picture.ts'

const SignaturePadCanvas = lazyPart(async () => (await import('./signature-pad-canvas.tsx')).SignaturePadCanvas)

type Props = {
  of: 'signature' | 'witnessSignature'
  /** Whose it is, where the role alone would not say it. */
  name?: string
  /** The form takes a thumbprint instead. */
  orThumbprint?: boolean
}

/** A signature drawn on the screen; one on paper can be photographed instead. */
export function SignatureField({ of: role, name: given, orThumbprint = false }: Props) {
  const t = useWords(registerWords)
  const c = useWords(confirmationWords)
  const terms = useWords(termWords)
  const name = given ?? terms.photo[role]
  const { photos, dropPhoto, keepDraft } = useFormPhotos()
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
        <Suspense fallback={<div style={{ height: '21rem' }} />}>
          <SignaturePadCanvas
            of={role}
            label={given ?? c.signHere}
            hint={role === 'witnessSignature' && given === undefined ? c.witnessSignHint : c.signHint}
          />
        </Suspense>
      ) : (
        <PhotoFrame
          photo={picture instanceof Blob ? picture : null}
          alt={name}
          caption={c.signed}
          empty={picture === 'lost' ? t.photoLost : ''}
          actions={
            <Button icon="rotate" onClick={() => void again()}>
              {c.signAgain}
            </Button>
          }
        />
      )}
      {isDrawing && (
        <>
          {photo !== null && <Banner tone="good">{c.signed}</Banner>}
          <p className="soft">{orThumbprint ? c.signKeyboard : c.signOtherwise}</p>
          <div>
            <Button icon="camera" onClick={() => void keepDraft().then(() => setCameraOpen(true))}>
              {c.signOnPaper}
            </Button>
          </div>
        </>
      )}
      {isCameraOpen && (
        <OpenCamera
          of={role}
          onClose={() => {
            setCameraOpen(false)
            setDrawing(false)
          }}
        />
      )}
    </div>
  )
}
