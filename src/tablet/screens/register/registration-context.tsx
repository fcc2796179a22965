// What the steps of one open registration share.
import { type ChangeEvent, createContext, useContext } from 'react'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { CommuneCode } from '../../../domain/ids.ts'
import type { Doubt } from '../../../domain/registration/doubts.ts'
import type { RegistrationDraft, RegistrationStep } from '../../../domain/registration/draft.ts'
import { isMistake, type Missing, missingPlaces } from '../../../domain/registration/missing.ts'
import { registrationProblemWords } from '../../../text/tablet/registration-problems.ts'
import { useWords } from '../../../ui/language.tsx'
import type { Draft } from '../../actions/session.ts'
import { type DraftForm, type DraftPath, readDraftValue } from './draft-form.ts'

/** Its photos and what takes them are in the frame's `useFormPhotos`. */
export type OpenRegistration = {
  draft: Draft
  commune: CommuneCode
  setCommune: (commune: CommuneCode) => void
  form: DraftForm
  /** The form as it is painted. */
  values: RegistrationDraft
  today: CalendarDate
  missing: readonly Missing[]
  doubts: readonly Doubt[]
  /** The officer has tried to save: what is empty is then marked at its field. */
  attempted: boolean
  goTo: (step: RegistrationStep, field?: string) => void
}

const RegistrationContext = createContext<OpenRegistration | null>(null)
export const RegistrationProvider = RegistrationContext.Provider

/** The registration that is open here. */
export function useRegistration(): OpenRegistration {
  const open = useContext(RegistrationContext)
  if (!open) throw new Error('no registration is open here')
  return open
}

type Also = (value: string) => void

/**
 * Binds a field of the draft: name, value, handlers and, once it may be shown, the sentence on what is wrong with it.
 * `also` is told of a choice before the draft has it.
 */
export function useField() {
  const { form, missing, attempted, values } = useRegistration()
  const words = useWords(registrationProblemWords)
  return (name: DraftPath, also?: Also) => {
    const value = readDraftValue(values, name)
    const lack = missing.find((one) => missingPlaces[one].field === name)
    const shown = lack !== undefined && (attempted || (isMistake(lack) && form.isLeft(name) && value !== ''))
    return {
      name,
      value: String(value),
      onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => {
        also?.(target.value)
        form.enter(name, target.value)
      },
      onBlur: () => form.leave(name),
      error: shown ? words.missing[lack] : undefined,
    }
  }
}

type TickPath = 'lacksCitizenId' | 'method.openBankAccount' | 'method.openDigitalAccount'

/** Binds a tick box of the draft. */
export function useTick() {
  const { form, values } = useRegistration()
  return (name: TickPath) => ({
    name,
    checked: readDraftValue(values, name) === true,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => form.enter(name, target.checked),
  })
}
