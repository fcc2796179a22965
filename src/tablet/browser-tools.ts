// The real tools that the tablet's rooms are handed: this browser's clocks, storage, locks and network.
import { v7 } from 'uuid'
import { ownScript } from '../ui/trusted-script.ts'
import type { Tools } from './actions/session.ts'
import { startRoomKeeper } from './disk-room.ts'
import diskRoomUrl from './disk-room.worker.ts?worker&url'
import deriveKeyUrl from './store/key-derivation.worker.ts?worker&url'

/** A worker per derivation: its 64 MiB are given back when it ends. */
const deriveKey: Tools['deriveKey'] = (pin, salt, cost) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(ownScript(deriveKeyUrl), { type: 'module', name: 'derive-key' })
    worker.addEventListener('message', (event: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      worker.terminate()
      resolve(event.data)
    })
    worker.addEventListener('error', (event) => {
      worker.terminate()
      reject(new Error(`key derivation failed: ${event.message}`))
    })
    worker.postMessage({ pin, salt, cost })
  })

/** The tools of this browser, made once by the start. */
export function makeBrowserTools(): Tools {
  return {
    now: () => Date.now(),
    uptime: () => performance.now(),
    newId: () => v7(),
    instance: v7(),
    indexedDB: window.indexedDB,
    IDBKeyRange: window.IDBKeyRange,
    witness: window.localStorage,
    roomFor: startRoomKeeper(() => new Worker(ownScript(diskRoomUrl), { type: 'module', name: 'disk-room' })),
    deriveKey,
    send: (path, init) => fetch(path, { ...init, credentials: 'omit', cache: 'no-store', redirect: 'error' }),
    locks: navigator.locks,
    storage: navigator.storage,
    app: import.meta.env.VITE_APP_VERSION,
    tablet: {
      name: navigator.userAgent.includes('Android') ? 'Android' : (navigator.platform ?? ''),
      userAgent: navigator.userAgent.slice(0, 500),
      screen: `${screen.width}×${screen.height}@${window.devicePixelRatio}`,
    },
  }
}
