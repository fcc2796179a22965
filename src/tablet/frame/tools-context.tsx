// The tools and settings that also the screens before unlocking stand in.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { loadWords } from '../../text/load-words.ts'
import { type Language, LanguageProvider } from '../../ui/language.tsx'
import type { Tools } from '../actions/session.ts'
import { readSettings, saveSettings, type Settings } from '../actions/settings.ts'

type Place = { tools: Tools; settings: Settings; change: (part: Partial<Settings>) => void }

const ToolsContext = createContext<Place | null>(null)

type Props = {
  tools: Tools
  /** Language of the first painting, when it is not the one of the settings: its words may not be at hand. */
  language?: Language
  children: ReactNode
}

/** Hands the tools down, and keeps the look of the page as the settings say. */
export function ToolsProvider({ tools, language, children }: Props) {
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
      <LanguageProvider initial={language ?? settings.language} bring={loadWords} onChange={setLanguage}>
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
