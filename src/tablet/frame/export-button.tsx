import { useState } from 'react'
import type { ProfileId } from '../../domain/ids.ts'
import { formatBytes } from '../../text/amounts.ts'
import { sealedFileWords } from '../../text/tablet/sealed-file.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../ui/language.tsx'
import { downloadFile } from './download-file.ts'
import { useTools } from './tools-context.tsx'

type Props = {
  profileId: ProfileId
  variant?: 'secondary' | 'quiet'
  onExported?: () => void
}

type State = 'idle' | 'working' | 'failed' | { size: number }

/** `Xuất tệp gửi`: writes what was not sent to one sealed file. Works on both sides of the lock. */
export function ExportButton({ profileId, variant = 'secondary', onExported }: Props) {
  const t = useWords(sealedFileWords)
  const tools = useTools()
  const [state, setState] = useState<State>('idle')

  const run = async () => {
    setState('working')
    try {
      const { exportSealedFile } = await import('../actions/export-sealed-file.ts')
      const file = await exportSealedFile(tools, profileId)
      downloadFile(file, sealedFileName(tools.now()))
      setState({ size: file.size })
      onExported?.()
    } catch (problem) {
      // A store that is beyond reading ends here: the officer is told, and the fault is not hidden from developers either.
      reportError(problem)
      setState('failed')
    }
  }

  return (
    <div className="stack stack--tight">
      <Button variant={variant} icon="download" busy={state === 'working'} onClick={() => void run()}>
        {t.export}
      </Button>
      {typeof state === 'object' && <Banner tone="good">{t.exported(formatBytes(state.size))}</Banner>}
      {state === 'failed' && <Banner tone="bad">{t.exportFailed}</Banner>}
    </div>
  )
}

/** `tan-nha-20261123-0941.tannha`: no name of a person in it. */
function sealedFileName(now: number): string {
  const date = new Date(now)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`
  return `tan-nha-${day}-${two(date.getHours())}${two(date.getMinutes())}.tannha`
}
