import { useState } from 'react'
import type { PhotoRole } from '../../../domain/paper.ts'
import { cameraWords } from '../../../text/tablet/camera.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { AddPhotoResult } from '../../actions/add-photo.ts'
import { preparePhoto, type PreparedPhoto, type PrepareResult } from '../../actions/prepare-photo.ts'
import './camera.css'
import { CameraPreview } from './camera-preview.tsx'
import { PickFile } from './pick-file.tsx'
import { useFormPhotos } from './draft-photos-context.tsx'
import { TakenPhoto } from './taken-photo.tsx'
import { TorchButton } from './torch-button.tsx'
import { useCamera } from './use-camera.ts'

type Stage =
  | { kind: 'aiming' }
  | { kind: 'preparing' }
  | { kind: 'taken'; photo: PreparedPhoto }
  | { kind: 'keeping'; photo: PreparedPhoto }

type Trouble = Exclude<PrepareResult['kind'], 'prepared'> | Exclude<AddPhotoResult['kind'], 'added'> | 'failed'

/** The camera in the page: frame, shot, a look at it, again or keep. A file can be chosen instead. */
export function CameraDialog({ of: role, onClose }: { of: PhotoRole; onClose: () => void }) {
  const t = useWords(cameraWords)
  const name = useWords(termWords).photo[role]
  const { keepPhoto, keepDraft } = useFormPhotos()
  const [stage, setStage] = useState<Stage>({ kind: 'aiming' })
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const isAiming = stage.kind === 'aiming' || stage.kind === 'preparing'
  const camera = useCamera(isAiming)

  const prepare = async (source: Promise<Blob | ImageBitmap | null>) => {
    setTrouble(null)
    setStage({ kind: 'preparing' })
    const picture = await source
    const result: PrepareResult | { kind: 'failed' } =
      picture === null ? { kind: 'failed' } : await preparePhoto(picture).catch(() => ({ kind: 'failed' }))
    if (result.kind === 'prepared') setStage({ kind: 'taken', photo: result.photo })
    else {
      setTrouble(result.kind)
      setStage({ kind: 'aiming' })
    }
  }

  const keep = async (photo: PreparedPhoto) => {
    setTrouble(null)
    setStage({ kind: 'keeping', photo })
    const kept = await keepPhoto(role, photo).catch(() => 'failed' as const)
    if (kept === 'added') {
      onClose()
      return
    }
    setTrouble(kept)
    setStage({ kind: 'taken', photo })
  }

  return (
    <Dialog open full title={t.title(name)} onClose={onClose}>
      <div className="camera">
        {isAiming ? (
          <CameraPreview video={camera.video} state={camera.state} of={role} />
        ) : (
          <TakenPhoto photo={stage.photo} />
        )}
        {trouble !== null && <Banner tone="bad">{t[trouble]}</Banner>}
        <div className="camera__buttons">
          <Button onClick={onClose}>{t.cancel}</Button>
          {isAiming ? (
            <>
              <PickFile beforePicking={keepDraft} onPick={(file) => void prepare(Promise.resolve(file))} />
              {camera.state.kind === 'live' && (
                <>
                  {camera.state.hasTorch && <TorchButton setTorch={camera.setTorch} />}
                  <Button
                    variant="primary"
                    icon="camera"
                    busy={stage.kind === 'preparing'}
                    onClick={() => void prepare(camera.shoot())}
                  >
                    {t.shoot}
                  </Button>
                </>
              )}
            </>
          ) : (
            <>
              <Button icon="rotate" onClick={() => setStage({ kind: 'aiming' })}>
                {t.again}
              </Button>
              <Button
                variant="primary"
                icon="check"
                busy={stage.kind === 'keeping'}
                onClick={() => void keep(stage.photo)}
              >
                {t.use}
              </Button>
            </>
          )}
        </div>
        {stage.kind === 'preparing' && <p role="status">{t.preparing}</p>}
      </div>
    </Dialog>
  )
}
