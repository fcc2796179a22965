// The frame of the screens in front of the lock: enrolling, unlocking, trouble.
import { type ReactNode, useEffect } from 'react'
import { frameWords } from '../../text/tablet/frame.ts'
import { Button } from '../../ui/button.tsx'
import { type Language, useLanguage, useWords } from '../../ui/language.tsx'
import { UpdateOffer } from './update-offer.tsx'
import './frame.css'

const nameOf: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' }

/** A centred card under the name of the app, with the choice of language. */
export function FrontPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords(frameWords)
  const { language, setLanguage } = useLanguage()
  const other: Language = language === 'vi' ? 'en' : 'vi'
  useEffect(() => {
    document.title = `${title} – ${t.appName}`
  }, [title, t.appName])
  return (
    <div className="front">
      <header className="front__header">
        <img className="front__mark" src="/favicon.svg" alt="" width="44" height="44" />
        <span className="front__name">{t.appName}</span>
        <Button variant="quiet" icon="language" lang={other} onClick={() => setLanguage(other)}>
          {nameOf[other]}
        </Button>
      </header>
      <main className="front__card" id="main">
        <UpdateOffer />
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
