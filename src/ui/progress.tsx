import { type ReactNode, useId } from 'react'

type Props = {
  label: ReactNode
  done: number
  /** Null while nobody knows how much it is. */
  total: number | null
  /** Counts and bytes in words, under the bar. */
  detail?: ReactNode
}

/** How far a long piece of work has come. */
export function Progress({ label, done, total, detail }: Props) {
  const id = useId()
  return (
    <div className="progress">
      <div className="progress__label" id={id}>
        {label}
      </div>
      <progress
        className="progress__bar"
        aria-labelledby={id}
        {...(total !== null && { max: Math.max(total, 1), value: Math.min(done, Math.max(total, 1)) })}
      />
      {detail !== undefined && <div className="progress__detail">{detail}</div>}
    </div>
  )
}
