import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void) {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

/** Whether the page can be seen: not behind another app, not on a dark screen. */
export function useIsShown(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState !== 'hidden')
}
