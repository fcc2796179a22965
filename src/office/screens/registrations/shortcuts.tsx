// Keys for whoever reviews hundreds. They can be switched off, because a letter alone may be meant for something else.
import { useEffect, useRef, useState } from 'react'
import { registrationWords } from '../../../text/office/registrations.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'

export type ShortcutName = 'accept' | 'papers' | 'reject' | 'next' | 'previous' | 'photo' | 'zoom' | 'rotate'

/** Every key and what it does; plus and minus zoom in and out. */
const keys: Readonly<Record<string, { name: ShortcutName; backwards?: true }>> = {
  d: { name: 'accept' },
  b: { name: 'papers' },
  t: { name: 'reject' },
  j: { name: 'next' },
  k: { name: 'previous' },
  p: { name: 'photo' },
  '+': { name: 'zoom' },
  '=': { name: 'zoom' },
  '-': { name: 'zoom', backwards: true },
  r: { name: 'rotate' },
}
const shown: readonly [string, ShortcutName][] = [
  ['D', 'accept'],
  ['B', 'papers'],
  ['T', 'reject'],
  ['J', 'next'],
  ['K', 'previous'],
  ['P', 'photo'],
  ['+ −', 'zoom'],
  ['R', 'rotate'],
]

type Handlers = Partial<Record<ShortcutName, (backwards: boolean) => void>>

/** Listens while nothing is typed into and no window is open. */
export function useShortcuts(on: boolean, handlers: Handlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (
        event.target instanceof Element &&
        event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select')
      )
        return
      if (document.querySelector('dialog[open]')) return
      const key = keys[event.key.toLowerCase()]
      const run = key && latest.current[key.name]
      if (!key || !run) return
      event.preventDefault()
      run(key.backwards === true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

const storeKey = 'tan-nha-office-shortcuts'

/** Whether keys are used in this browser, and how to change it. */
export function useShortcutChoice(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(storeKey) !== 'off'
    } catch {
      return true
    }
  })
  const choose = (next: boolean) => {
    setOn(next)
    try {
      localStorage.setItem(storeKey, next ? 'on' : 'off')
    } catch {
      // Kept for this page only.
    }
  }
  return [on, choose]
}

/** What each key does, always in sight. */
export function ShortcutHints({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const t = useWords(registrationWords)
  return (
    <section className="review-keys" aria-label={t.shortcuts}>
      <CheckField label={t.useShortcuts} checked={on} onChange={(event) => onChange(event.target.checked)} />
      {on && (
        <dl className="review-keys__list">
          {shown.map(([key, name]) => (
            <div key={name}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t.shortcutKeys[name]}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
