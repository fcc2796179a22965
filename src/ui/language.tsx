// Which language the screen speaks. Knows no sentence itself: areas bring their own words in every language.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export type Language = 'vi' | 'en'

/** The words of one area of the screen, in every language. */
export type WordsOf<Words> = Readonly<Record<Language, Words>>

type Choice = { language: Language; setLanguage: (language: Language) => void }

const LanguageContext = createContext<Choice>({ language: 'vi', setLanguage: () => undefined })

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
  const [language, setLanguage] = useState(initial)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo<Choice>(
    () => ({
      language,
      setLanguage: (next) => {
        const choose = () => {
          setLanguage(next)
          onChange?.(next)
        }
        const coming = bring?.(next) ?? null
        if (coming === null) choose()
        else coming.then(choose, () => undefined)
      },
    }),
    [language, bring, onChange],
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
