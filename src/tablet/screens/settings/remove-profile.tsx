import { useState } from 'react'
import { settingsWords } from '../../../text/tablet/settings.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { ExportButton } from '../../frame/export-button.tsx'
import { useSession, useSyncStatus } from '../../frame/session-context.tsx'

/** Takes the user off this tablet; refused while something is unsent, unless it was exported first. */
export function RemoveProfile({ onRemove }: { onRemove: () => void }) {
  const t = useWords(settingsWords)
  const { profileId } = useSession()
  const { waiting, photosWaiting } = useSyncStatus()
  const [isAsking, setAsking] = useState(false)
  const [isExported, setExported] = useState(false)
  const isRefused = waiting + photosWaiting > 0 && !isExported
  return (
    <>
      <Button variant="danger" icon="trash" onClick={() => setAsking(true)}>
        {t.remove}
      </Button>
      <Dialog
        open={isAsking}
        title={t.removeTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
            <Button variant="danger" icon="trash" disabled={isRefused} onClick={onRemove}>
              {t.removeConfirm}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{t.removeText}</p>
          {waiting + photosWaiting > 0 && (
            <>
              <Banner tone="warn">{t.removeUnsent(waiting, photosWaiting)}</Banner>
              <ExportButton profileId={profileId} onExported={() => setExported(true)} />
            </>
          )}
        </div>
      </Dialog>
    </>
  )
}
