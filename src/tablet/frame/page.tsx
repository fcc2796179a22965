import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { frameWords } from '../../text/tablet/frame.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/language.tsx'

type Props = {
  title: string
  /** Where the arrow in front of the title leads. */
  back?: string | undefined
  /** Beside the title. */
  aside?: ReactNode
  /** Uses the whole width, for lists with details beside them. */
  wide?: boolean
  children: ReactNode
}

/** One screen: its title, also as the document's, and its content. A new title takes the focus, so that it is read out. */
export function Page({ title, back, aside, wide = false, children }: Props) {
  const t = useWords(frameWords)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – ${t.appName}`
    const active = document.activeElement
    if (!active || active === document.body || active.closest('nav')) heading.current?.focus()
  }, [title, t.appName])
  return (
    <div className={classNames('page', wide && 'page--wide')}>
      <div className="page__head">
        {back !== undefined && (
          <Link href={back} className="page__back" aria-label={t.back}>
            <Icon name="arrowLeft" />
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </div>
  )
}
