// What the store is handed from outside: clocks, ids, the browser's storage. It fetches none of it itself.
import type { Bytes } from '../../protocol/bytes.ts'

/** Cost of deriving a key from a PIN with Argon2id, one lane. */
export type KeyCost = { memoryKiB: number; iterations: number }

export type StoreTools = {
  /** Wall clock, milliseconds since 1970; may be wrong and may jump. */
  now: () => number
  /** Milliseconds since this page was opened; never jumps. */
  uptime: () => number
  /** A new UUID version 7, lower case. */
  newId: () => string
  /** A fresh id per opened page: tells the waiting times of two tabs apart. */
  instance: string
  /** Version of this build. */
  app: string
  indexedDB: IDBFactory
  IDBKeyRange: typeof IDBKeyRange
  /** localStorage or its like: lags behind the database, never runs ahead of it. */
  witness: {
    readonly length: number
    key: (index: number) => string | null
    getItem: (key: string) => string | null
    setItem: (key: string, value: string) => void
    removeItem: (key: string) => void
  }
  /** Whether so many bytes fit on the disk now, and some more; a text needs none to be named. */
  roomFor: (bytes: number) => Promise<boolean>
  /** Argon2id over the PIN's UTF-8 bytes, 32 bytes long; in the browser it runs in a worker. */
  deriveKey: (pin: string, salt: Bytes, cost: KeyCost) => Promise<Bytes>
}
