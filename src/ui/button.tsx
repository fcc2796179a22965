import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type ButtonProps = ComponentPropsWithRef<'button'> & {
  variant?: 'primary' | 'secondary' | 'danger' | 'quiet'
  /** Work is under way: the button shows it, stays focusable, and takes no further press. */
  busy?: boolean | undefined
  icon?: IconName | undefined
  /** As wide as its container. */
  wide?: boolean | undefined
}

/** A button of at least 48 px. `type="button"` unless told otherwise. */
export function Button({
  variant = 'secondary',
  busy = false,
  icon,
  wide = false,
  type = 'button',
  className,
  children,
  onClick,
  ...button
}: ButtonProps) {
  return (
    <button
      {...button}
      type={busy ? 'button' : type}
      className={classNames('button', `button--${variant}`, wide && 'button--wide', className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span className="button__spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}
