import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { frameWords } from '../../text/tablet/frame.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../ui/language.tsx'
import type { AppUpdate } from './app-update.ts'
import { useHasOpenWork } from './open-work.tsx'

const UpdateContext = createContext<AppUpdate | null>(null)

export function UpdateProvider({ update, children }: { update: AppUpdate | null; children: ReactNode }) {
  return <UpdateContext value={update}>{children}</UpdateContext>
}

/** Where new versions are noticed; null where there is no service worker. */
export function useAppUpdate(): AppUpdate | null {
  return useContext(UpdateContext)
}

const never = () => () => undefined

/** The offer of a new version. Nothing to press while a form is open or something is being sent. */
export function UpdateOffer() {
  const t = useWords(frameWords)
  const update = useAppUpdate()
  const isReady = useSyncExternalStore(update?.subscribe ?? never, () => update?.isReady() ?? false)
  const isBusy = useHasOpenWork()
  if (!update || !isReady || isBusy) return null
  return (
    <Banner
      tone="info"
      actions={
        <Button variant="primary" icon="download" onClick={update.accept}>
          {t.update}
        </Button>
      }
    >
      {t.updateUnlock}
    </Banner>
  )
}
