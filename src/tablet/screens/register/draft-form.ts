// What is being typed into a registration: the newest values for the disk and for the screen, and which fields were left.
import { useSyncExternalStore } from 'react'
import { RegistrationDraft } from '../../../domain/registration/draft.ts'

type Section = 'person' | 'substitute' | 'method' | 'confirmation'
type InSection = { [Name in Section]: `${Name}.${keyof RegistrationDraft[Name] & string}` }[Section]

/** Where a value stands in the draft; also the name of its control. */
export type DraftPath = InSection | 'lacksCitizenId' | 'answeredBy' | 'consents' | 'note'

type ValueAt<Path extends DraftPath> = Path extends `${infer Name extends Section}.${infer Key}`
  ? Key extends keyof RegistrationDraft[Name]
    ? RegistrationDraft[Name][Key]
    : never
  : Path extends keyof RegistrationDraft
    ? RegistrationDraft[Path]
    : never

export type DraftForm = {
  /** The form as it is now, also before it is painted. */
  values: () => RegistrationDraft
  setValue: <Path extends DraftPath>(path: Path, value: ValueAt<Path>) => void
  /** What a control says; a choice that is none becomes empty. */
  enter: (path: DraftPath, value: string | boolean) => void
  /** The cursor has gone elsewhere. */
  leave: (path: DraftPath) => void
  /** Whether a field may be judged: it was left once, or nothing has been typed into it. */
  isLeft: (path: DraftPath) => boolean
  /** @returns what stops the listening. */
  onChange: (listener: () => void) => () => void
}

/** Begins a form over the values of a draft. */
export function startDraftForm(initial: RegistrationDraft): DraftForm {
  let values = initial
  const left = new Set<DraftPath>()
  const listeners = new Set<() => void>()
  const change = (next: RegistrationDraft) => {
    values = next
    for (const listener of listeners) listener()
  }
  const put = (path: DraftPath, value: unknown) => change(RegistrationDraft.parse(withValue(values, path, value)))
  return {
    values: () => values,
    setValue: put,
    enter: put,
    leave: (path) => {
      if (left.has(path)) return
      left.add(path)
      // Nobody has typed, but what is wrong with the field may be said now.
      if (readDraftValue(values, path) !== readDraftValue(initial, path)) change({ ...values })
    },
    isLeft: (path) => left.has(path) || readDraftValue(values, path) === readDraftValue(initial, path),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The values of a form, painted again with each change. */
export function useDraftValues(form: DraftForm): RegistrationDraft {
  return useSyncExternalStore(form.onChange, form.values)
}

/** What stands at a place of the draft. */
export function readDraftValue(draft: RegistrationDraft, path: DraftPath): unknown {
  return path.split('.').reduce<unknown>((part, key) => Reflect.get(Object(part), key), draft)
}

function withValue(draft: RegistrationDraft, path: DraftPath, value: unknown): unknown {
  const [name = '', key] = path.split('.')
  return { ...draft, [name]: key === undefined ? value : { ...Object(Reflect.get(draft, name)), [key]: value } }
}
