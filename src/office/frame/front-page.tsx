// The page of a stranger: one card in the middle, with the product's name above.
import type { ReactNode } from 'react'
import { frameWords } from '../../text/office/frame.ts'
import { useWords } from '../../ui/language.tsx'
import { LanguageChoice } from './language-choice.tsx'

/** Lays out what is seen before anybody is signed in. */
export function FrontPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords(frameWords)
  return (
    <div className="office-front">
      <header className="office-front__head">
        <p className="office-brand">
          {t.product} <span className="office-brand__wing">{t.office}</span>
        </p>
        <LanguageChoice />
      </header>
      <main className="card stack office-front__card">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
