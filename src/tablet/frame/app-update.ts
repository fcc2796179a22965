// A new version of the app: noticed, offered, and taken over only when the officer presses the button.
import { Workbox } from 'workbox-window'
import { ownScript } from '../../ui/trusted-script.ts'

/** What the update needs of workbox-window; handed in so that it can be tried without a browser. */
export type Registration = Pick<Workbox, 'addEventListener' | 'register' | 'update' | 'messageSkipWaiting'>

export type AppUpdate = {
  /** A new version lies ready. */
  isReady: () => boolean
  subscribe: (listener: () => void) => () => void
  /** Asks the server whether there is a new version; silent without a network. */
  check: () => void
  /** Lets the new version take over and opens it. Only ever called by the officer's press. */
  accept: () => void
}

/** @param reload opens the page anew, once the new version is in charge. */
export function watchForUpdates(workbox: Registration, reload: () => void): AppUpdate {
  let ready = false
  let accepted = false
  const listeners = new Set<() => void>()
  workbox.addEventListener('waiting', () => {
    ready = true
    listeners.forEach((listener) => listener())
  })
  // Another tab may have let the new version in. This tab goes on as it is: its officer did not ask for it.
  workbox.addEventListener('controlling', () => {
    if (accepted) reload()
  })
  void workbox.register().catch(() => undefined)
  return {
    isReady: () => ready,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    check: () => void workbox.update().catch(() => undefined),
    accept() {
      accepted = true
      workbox.messageSkipWaiting()
    },
  }
}

/** The real one; null where there is no service worker (development, or an old browser). */
export function startAppUpdate(): AppUpdate | null {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return null
  // updateViaCache: what decides over updates must not itself come from a cache.
  return watchForUpdates(new Workbox(ownScript('/sw.js'), { updateViaCache: 'none' }), () => location.reload())
}
