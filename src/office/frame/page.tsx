// A screen's heading, its tabs, and what stands beside them.
import { type ReactNode, useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { frameWords } from '../../text/office/frame.ts'
import { useWords } from '../../ui/language.tsx'

export type Tab = { path: string; label: ReactNode }

type Props = {
  title: string
  /** Stands in the window's title; the heading when left out. Never a person's name: browsers keep titles. */
  windowTitle?: string
  /** Buttons beside the heading. */
  actions?: ReactNode
  /** Parts of this place in the menu. */
  tabs?: { label: string; items: readonly Tab[] }
  children: ReactNode
}

/** Lays out one screen and names the window. */
export function Page({ title, windowTitle = title, actions, tabs, children }: Props) {
  const t = useWords(frameWords)
  const [location] = useLocation()
  useEffect(() => {
    document.title = `${windowTitle} · ${t.product}`
  }, [windowTitle, t])
  return (
    <>
      <div className="office-head">
        <h1>{title}</h1>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {tabs && tabs.items.length > 1 && (
        <nav className="office-tabs" aria-label={tabs.label}>
          {tabs.items.map(({ path, label }) => (
            <Link
              key={path}
              href={path}
              className="office-tabs__item"
              aria-current={location === path ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
      )}
      {children}
    </>
  )
}
