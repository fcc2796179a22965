// Argon2id for the browser.
import type { StoreTools } from './store-tools.ts'

/** Derives in a worker of its own each time: ending it gives the 64 MiB back, with the PIN and the key in them. */
export const deriveKeyInWorker: StoreTools['deriveKey'] = (pin, salt, cost) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./key-derivation.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }) => {
      worker.terminate()
      resolve(new Uint8Array(data))
    }
    worker.onerror = ({ message }) => {
      worker.terminate()
      reject(new Error(`the key could not be derived: ${message}`))
    }
    worker.postMessage({ pin, salt, cost })
  })
