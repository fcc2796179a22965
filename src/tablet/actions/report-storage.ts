import type { Tools } from './session.ts'

export type StorageReport = {
  /** Whether the browser promised to keep the data; null when it can not say. */
  persisted: boolean | null
  /** Bytes; an estimate of the browser, never a promise. */
  used: number | null
  quota: number | null
}

export async function reportStorage(_tools: Tools): Promise<StorageReport> {
  throw new Error('body follows')
}

/** Asks the browser to promise that it keeps the data. @returns whether it did; null when it can not say. */
export async function askPersistence(_tools: Tools): Promise<boolean | null> {
  throw new Error('body follows')
}
