import type { ReactNode } from 'react'
import type { Tone } from './banner.tsx'

/** A short word on the state of something. `plain` for what is neither good nor bad. */
export function Badge({ tone = 'plain', children }: { tone?: Tone | 'plain'; children: ReactNode }) {
  return <span className={`badge badge--${tone}`}>{children}</span>
}
