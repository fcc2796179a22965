import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { FieldError } from './field.tsx'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

export type ChoiceGroupProps = Omit<ComponentPropsWithRef<'input'>, 'type' | 'value' | 'defaultValue' | 'children'> & {
  legend: ReactNode
  hint?: ReactNode | undefined
  options: readonly Choice[]
  name: string
  error?: string | undefined
  /** The chosen value, when the caller keeps it; leave out with `register`. */
  value?: string | null | undefined
  defaultValue?: string | undefined
  /** Cards side by side where there is room. */
  columns?: boolean | undefined
}

/** One of a few choices as large cards (radio buttons). Works with `register` and as a controlled group. */
export function ChoiceGroup({
  legend,
  hint,
  options,
  name,
  error,
  value,
  defaultValue,
  columns = false,
  className,
  ...input
}: ChoiceGroupProps) {
  const id = useId()
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset
      className={classNames('field', 'choices', columns && 'choices--columns', className)}
      aria-describedby={describedBy === '' ? undefined : describedBy}
    >
      <legend className="field__label">{legend}</legend>
      {hint !== undefined && (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="choices__cards">
        {options.map((option) => (
          <label key={option.value} className={classNames('choice', option.disabled && 'choice--disabled')}>
            <input
              {...input}
              {...(value !== undefined && { checked: option.value === value })}
              {...(defaultValue !== undefined && { defaultChecked: option.value === defaultValue })}
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled === true || input.disabled === true}
              aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}-hint`}
              aria-labelledby={`${id}-${option.value}-label`}
            />
            <span className="choice__text">
              <span className="choice__label" id={`${id}-${option.value}-label`}>
                {option.label}
              </span>
              {option.hint !== undefined && (
                <span className="choice__hint" id={`${id}-${option.value}-hint`}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
