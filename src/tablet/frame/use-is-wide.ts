import { useSyncExternalStore } from 'react'

/** Room for a list and a person beside each other: a tablet held sideways. In em, so that zoom counts. */
const question = '(min-width: 60em)'

function subscribe(listener: () => void) {
  const media = matchMedia(question)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether list and details stand side by side. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(question).matches)
}
