import { useState } from 'react'
import { cameraWords } from '../../../text/tablet/camera.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'

/** Switches the camera's lamp; only for cameras that have one. */
export function TorchButton({ setTorch }: { setTorch: (on: boolean) => Promise<void> }) {
  const t = useWords(cameraWords)
  const [isOn, setOn] = useState(false)
  return (
    <Button
      icon="torch"
      aria-pressed={isOn}
      onClick={() => {
        setOn(!isOn)
        void setTorch(!isOn)
      }}
    >
      {t.torch}
    </Button>
  )
}
