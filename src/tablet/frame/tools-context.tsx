// The tools and settings that also the screens before unlocking stand in.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { LanguageProvider } from '../../ui/language.tsx'
import type { Tools } from '../actions/session.ts'
import { readSettings, saveSettings, type Settings } from '../actions/settings.ts'

type Place = { tools: Tools; settings: Settings; change: (part: Partial<Settings>) => void }

const ToolsContext = createContext<Place | null>(null)

/** Hands the tools down, and keeps the look of the page as the settings say. */
export function ToolsProvider({ tools, children }: { tools: Tools; children: ReactNode }) {
  const [settings, setSettings] = useState(() => readSettings(tools))
  const change = useCallback(
    (part: Partial<Settings>) => {
      const next = { ...readSettings(tools), ...part }
      saveSettings(tools, next)
      setSettings(next)
    },
    [tools],
  )
  useEffect(() => {
    document.documentElement.dataset.text = settings.textSize
    document.documentElement.dataset.contrast = settings.highContrast ? 'high' : 'normal'
  }, [settings])
  const place = useMemo(() => ({ tools, settings, change }), [tools, settings, change])
  const setLanguage = useCallback((language: Settings['language']) => change({ language }), [change])
  return (
    <ToolsContext value={place}>
      <LanguageProvider initial={settings.language} onChange={setLanguage}>
        {children}
      </LanguageProvider>
    </ToolsContext>
  )
}

function usePlace(): Place {
  const place = useContext(ToolsContext)
  if (!place) throw new Error('outside ToolsProvider')
  return place
}

/** The tools that were handed in at the start. */
export function useTools(): Tools {
  return usePlace().tools
}

/** The tablet's settings, and how to change a part of them. */
export function useSettings(): Pick<Place, 'settings' | 'change'> {
  return usePlace()
}
