import { useRef } from 'react'
import { cameraWords } from '../../../text/tablet/camera.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'

type Props = {
  /** Over before the picker opens: the browser may be killed behind it. */
  beforePicking: () => Promise<void>
  onPick: (file: File) => void
}

/** A picture that is there already, or the tablet's own camera app. */
export function PickFile({ beforePicking, onPick }: Props) {
  const t = useWords(cameraWords)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon="photo" onClick={() => void beforePicking().then(() => input.current?.click())}>
        {t.pick}
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/*"
        aria-label={t.pick}
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file may be chosen again after a failure.
          target.value = ''
          if (file) onPick(file)
        }}
      />
    </>
  )
}
