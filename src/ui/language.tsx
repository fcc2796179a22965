// Which language the screen speaks. Knows no sentence itself: areas bring their own words in every language.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'

export type Language = 'vi' | 'en'

/** The words of one area of the screen, in every language. */
export type WordsOf<Words> = Readonly<Record<Language, Words>>

type Choice = {
  /** Spoken now. */
  language: Language
  /** Asked for last: another one than `language` while its words are on their way. */
  chosen: Language
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<Choice>({ language: 'vi', chosen: 'vi', setLanguage: () => undefined })

type Props = {
  /** Language of the first painting; Vietnamese unless somebody chose otherwise. */
  initial?: Language
  /** Brings the words of a language before it is spoken; null when they are at hand. What can not be brought is not spoken. */
  bring?: (language: Language) => Promise<void> | null
  /** Told of each change, so that the choice can be remembered. */
  onChange?: (language: Language) => void
  children: ReactNode
}

/** Everything inside speaks one language; `<html lang>` follows, so that screen readers pronounce it rightly. */
export function LanguageProvider({ initial = 'vi', bring, onChange, children }: Props) {
  const [language, speak] = useState(initial)
  const [chosen, choose] = useState(initial)
  const lastChosen = useRef(initial)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo<Choice>(
    () => ({
      language,
      chosen,
      setLanguage: (next) => {
        lastChosen.current = next
        choose(next)
        // Words that arrive after somebody has changed their mind are too late.
        const unlessLate = (then: () => void) => () => {
          if (lastChosen.current === next) then()
        }
        const speakNext = unlessLate(() => {
          speak(next)
          onChange?.(next)
        })
        const stay = unlessLate(() => {
          lastChosen.current = language
          choose(language)
        })
        const coming = bring?.(next) ?? null
        if (coming === null) speakNext()
        else coming.then(speakNext, stay)
      },
    }),
    [language, chosen, bring, onChange],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

/** The language spoken now, and how to change it. */
export function useLanguage(): Choice {
  return useContext(LanguageContext)
}

/** The words of an area in the language spoken now: `const t = useWords(homeWords)`. */
export function useWords<Words>(words: WordsOf<Words>): Words {
  return words[useContext(LanguageContext).language]
}
