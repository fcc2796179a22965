// A new version of the app: noticed, offered, and taken over only when the officer presses the button.
import type { Workbox } from 'workbox-window'
import { ownScript } from '../../ui/trusted-script.ts'

const patienceMs = 5000

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

/**
 * The real one; null where there is no service worker (development, or an old browser).
 * @param shown nothing is loaded for it before the first screen stands.
 */
export function startAppUpdate(shown: Promise<void>): AppUpdate | null {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return null
  // A screen that never comes up must not keep the version away that mends it.
  const late = new Promise<void>((resolve) => setTimeout(resolve, patienceMs))
  const loading = Promise.race([shown, late]).then(async () => {
    const { Workbox } = await import('workbox-window')
    // updateViaCache: what decides over updates must not itself come from a cache.
    return new Workbox(ownScript('/sw.js'), { updateViaCache: 'none' })
  })
  return watchForUpdates(onceLoaded(loading), () => location.reload())
}

/** Takes calls at once and passes them on, in order, when the real one has come. */
function onceLoaded(loading: Promise<Registration>): Registration {
  const pass = (call: (workbox: Registration) => void) => void loading.then(call, () => undefined)
  return {
    addEventListener: (type, listener) => pass((workbox) => workbox.addEventListener(type, listener)),
    messageSkipWaiting: () => pass((workbox) => workbox.messageSkipWaiting()),
    register: async (options) => (await loading).register(options),
    update: async () => (await loading).update(),
  }
}
