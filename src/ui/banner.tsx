import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'info' | 'good' | 'warn' | 'bad'

const iconOf: Record<Tone, IconName> = { info: 'info', good: 'check', warn: 'warning', bad: 'warning' }

type Props = {
  tone: Tone
  children: ReactNode
  /** Buttons that belong to the message. */
  actions?: ReactNode
  /** Says it aloud at once; `bad` does so by itself. */
  announce?: boolean
  className?: string
}

/** A message in the page. Colour is never the only sign: each tone has its own picture. */
export function Banner({ tone, children, actions, announce = tone === 'bad', className }: Props) {
  return (
    <div
      className={classNames('banner', `banner--${tone}`, className)}
      role={announce ? 'alert' : tone === 'good' ? 'status' : undefined}
    >
      <Icon name={iconOf[tone]} />
      <div className="banner__text">{children}</div>
      {actions !== undefined && <div className="banner__actions">{actions}</div>}
    </div>
  )
}
