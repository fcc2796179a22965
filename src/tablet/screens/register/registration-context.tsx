// What the steps of one open registration share.
import { createContext, useContext } from 'react'
import { type FieldPath, useFormContext } from 'react-hook-form'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { CommuneCode } from '../../../domain/ids.ts'
import type { Doubt } from '../../../domain/registration/doubts.ts'
import type { RegistrationDraft, RegistrationStep } from '../../../domain/registration/draft.ts'
import { isMistake, type Missing, missingPlaces } from '../../../domain/registration/missing.ts'
import { registrationProblemWords } from '../../../text/tablet/registration-problems.ts'
import { useWords } from '../../../ui/language.tsx'
import type { Draft } from '../../actions/session.ts'

/** Its photos and what takes them are in the frame's `useFormPhotos`. */
export type OpenRegistration = {
  draft: Draft
  commune: CommuneCode
  setCommune: (commune: CommuneCode) => void
  /** The form as it is now. */
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

/** The form of the registration that is open here. */
export function useDraftForm() {
  return useFormContext<RegistrationDraft>()
}

/** Binds a field of the draft: name, handlers and, once it may be shown, the sentence on what is wrong with it. */
export function useField() {
  const { register, formState } = useDraftForm()
  const { missing, attempted, values } = useRegistration()
  const words = useWords(registrationProblemWords)
  return (name: FieldPath<RegistrationDraft>) => {
    const lack = missing.find((one) => missingPlaces[one].field === name)
    const isLeft = readPath(formState.touchedFields, name) === true || readPath(formState.dirtyFields, name) !== true
    const shown = lack !== undefined && (attempted || (isMistake(lack) && isLeft && readPath(values, name) !== ''))
    return { ...register(name), error: shown ? words.missing[lack] : undefined }
  }
}

function readPath(from: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (typeof value === 'object' && value ? Reflect.get(value, key) : undefined), from)
}
