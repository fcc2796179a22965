import { useState } from 'react'
import { readEnrolmentLink } from '../../../protocol/enrolment-code.ts'
import { enrolWords } from '../../../text/tablet/enrol.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { CodeCamera } from '../../frame/scan/code-camera.tsx'

const decoder = new TextDecoder()

/** The camera, until it sees the office's code. */
export function ScanCode({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const t = useWords(enrolWords)
  const [isOther, setOther] = useState(false)
  return (
    <Dialog
      open
      title={t.scanTitle}
      onClose={onClose}
      actions={
        <Button icon="cross" onClick={onClose}>
          {t.scanClose}
        </Button>
      }
    >
      <CodeCamera
        hint={t.scanHint}
        denied={t.cameraRefused}
        none={t.cameraMissing}
        trouble={isOther ? t.scanOther : null}
        onCodes={(codes) => {
          const [code] = codes.flatMap((bytes) => readEnrolmentLink(decoder.decode(bytes)) ?? [])
          if (code === undefined) setOther(true)
          else onCode(code)
        }}
      />
    </Dialog>
  )
}
