// Vietnamese or English, each in its own name.
import { useId } from 'react'
import { frameWords } from '../../text/office/frame.ts'
import { type Language, useLanguage, useWords } from '../../ui/language.tsx'

/** Lets the reader choose the language of the screen. */
export function LanguageChoice() {
  const { language, setLanguage } = useLanguage()
  const t = useWords(frameWords)
  const id = useId()
  return (
    <div className="office-language">
      <label className="visually-hidden" htmlFor={id}>
        {t.language}
      </label>
      <select
        id={id}
        className="input input--select"
        value={language}
        onChange={(event) => setLanguage(event.target.value as Language)}
      >
        <option value="vi">Tiếng Việt</option>
        <option value="en">English</option>
      </select>
    </div>
  )
}
