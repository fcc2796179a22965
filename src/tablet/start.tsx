// The tablet's composition root: the real tools, what lies around every screen, and the door.
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { languageToStartWith } from '../text/load-words.ts'
import { LanguageProvider } from '../ui/language.tsx'
import { listProfiles } from './actions/list-profiles.ts'
import { readSettings } from './actions/settings.ts'
import { makeBrowserTools } from './browser-tools.ts'
import { Door } from './door.tsx'
import { startAppUpdate } from './frame/app-update.ts'
import { ErrorScreen } from './frame/error-screen.tsx'
import { lazyPart } from './frame/lazy-part.ts'
import { recoverMissingPart } from './frame/missing-part.ts'
import { makeOpenWork, OpenWorkProvider } from './frame/open-work.tsx'
import { ToolsProvider } from './frame/tools-context.tsx'
import { UpdateProvider } from './frame/update-offer.tsx'
import { missingFeatures } from './missing-features.ts'

const Unsupported = lazyPart(async () => (await import('./screens/trouble/unsupported-screen.tsx')).UnsupportedScreen)

const savingMs = 3000

/** Starts the tablet's wing in the page. */
export function start(root: HTMLElement): void {
  const missing = missingFeatures(window)
  if (missing.length > 0) {
    createRoot(root).render(
      <LanguageProvider>
        <Suspense>
          <Unsupported missing={missing} />
        </Suspense>
      </LanguageProvider>,
    )
    return
  }
  const work = makeOpenWork()
  window.addEventListener('vite:preloadError', () => {
    recoverMissingPart({
      now: () => Date.now(),
      memory: sessionStorage,
      save: () => work.saveAll(savingMs),
      reload: () => location.reload(),
    })
  })
  const tools = makeBrowserTools()
  let tellShown = () => {}
  const shown = new Promise<void>((resolve) => (tellShown = resolve))
  const update = startAppUpdate(shown)
  const atStart = Promise.all([listProfiles(tools), languageToStartWith(readSettings(tools).language)])
  void atStart.then(([profiles, language]) =>
    createRoot(root).render(
      <StrictMode>
        <ToolsProvider tools={tools} language={language}>
          <OpenWorkProvider work={work}>
            <UpdateProvider update={update}>
              <ErrorScreen>
                <Suspense>
                  <Door atStart={profiles} onShown={tellShown} />
                </Suspense>
              </ErrorScreen>
            </UpdateProvider>
          </OpenWorkProvider>
        </ToolsProvider>
      </StrictMode>,
    ),
  )
}
