import { type FormEvent, Suspense, useState } from 'react'
import { formatCode, normalizeCode } from '../../../protocol/enrolment-code.ts'
import { enrolWords } from '../../../text/tablet/enrol.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'

const ScanCode = lazyPart(async () => (await import('./scan-code.tsx')).ScanCode)

type Props = {
  /** Ten characters that are known already, or an empty text. */
  initial: string
  isFromLink: boolean
  onCode: (code: string) => void
}

/** The enrolment code: typed, scanned, or brought by the office's link. */
export function CodeStep({ initial, isFromLink, onCode }: Props) {
  const t = useWords(enrolWords)
  const [typed, setTyped] = useState(initial === '' ? '' : formatCode(initial))
  const [source, setSource] = useState<'typed' | 'link' | 'scanned'>(isFromLink ? 'link' : 'typed')
  const [isWrong, setWrong] = useState(false)
  const [isScanning, setScanning] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const code = normalizeCode(typed)
    setWrong(code === null)
    if (code !== null) onCode(code)
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      {source === 'link' && <Banner tone="info">{t.codeFromLink}</Banner>}
      {source === 'scanned' && <Banner tone="good">{t.codeScanned}</Banner>}
      <TextField
        label={t.code}
        hint={t.codeHint}
        error={isWrong ? t.codeMalformed : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setSource('typed')
          setWrong(false)
        }}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        className="enrol__code"
      />
      <Button type="submit" variant="primary" wide>
        {t.next}
      </Button>
      <Button icon="qr" wide onClick={() => setScanning(true)}>
        {t.scan}
      </Button>
      {isScanning && (
        <Suspense>
          <ScanCode
            onClose={() => setScanning(false)}
            onCode={(code) => {
              setScanning(false)
              setTyped(formatCode(code))
              setSource('scanned')
              setWrong(false)
            }}
          />
        </Suspense>
      )}
    </form>
  )
}
