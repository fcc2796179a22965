import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

type Words = {
  /** Name of the erase key. */
  erase: string
  /** How many digits stand there, for those who cannot see the dots. */
  typed: (digits: number) => string
}

type Props = {
  label: ReactNode
  value: string
  onChange: (value: string) => void
  /** Enter on a keyboard. */
  onEnter: () => void
  words: Words
  error?: string | undefined
  disabled?: boolean | undefined
  /** Takes keys of a hardware keyboard as soon as it appears. */
  takesKeys?: boolean | undefined
  maxLength?: number | undefined
}

const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/**
 * A secret number typed on large keys. A real keyboard works too; there is no text input, so that no password store,
 * autocorrection or on-screen keyboard ever sees the digits.
 */
export function PinPad({
  label,
  value,
  onChange,
  onEnter,
  words,
  error,
  disabled = false,
  takesKeys = false,
  maxLength = 12,
}: Props) {
  const id = useId()
  const pad = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesKeys && !disabled) pad.current?.focus()
  }, [takesKeys, disabled])

  const type = (digit: string) => {
    if (!disabled && value.length < maxLength) onChange(value + digit)
  }
  const erase = () => {
    if (!disabled) onChange(value.slice(0, -1))
  }

  return (
    <div
      ref={pad}
      className="pin-pad"
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}-label`}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (/^[0-9]$/.test(event.key)) type(event.key)
        else if (event.key === 'Backspace') erase()
        else if (event.key === 'Enter' && event.target === pad.current) onEnter()
        else return
        event.preventDefault()
      }}
    >
      <div className="pin-pad__label" id={`${id}-label`}>
        {label}
      </div>
      <output className={classNames('pin-pad__dots', error !== undefined && 'pin-pad__dots--wrong')}>
        <span className="visually-hidden">{words.typed(value.length)}</span>
        <span aria-hidden="true">
          {Array.from({ length: Math.max(6, value.length) }, (_, index) => (
            <i key={index} className={classNames('pin-pad__dot', index < value.length && 'pin-pad__dot--filled')} />
          ))}
        </span>
      </output>
      <div className="pin-pad__error" id={`${id}-error`} role="alert">
        {error}
      </div>
      <div className="pin-pad__keys">
        {rows.map((digit) => (
          <button key={digit} type="button" className="pin-pad__key" disabled={disabled} onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <span aria-hidden="true" />
        <button type="button" className="pin-pad__key" disabled={disabled} onClick={() => type('0')}>
          0
        </button>
        <button
          type="button"
          className="pin-pad__key pin-pad__key--erase"
          aria-label={words.erase}
          disabled={disabled}
          onClick={erase}
        >
          <Icon name="backspace" />
        </button>
      </div>
    </div>
  )
}
