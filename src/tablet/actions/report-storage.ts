import type { Tools } from './session.ts'

export type StorageReport = {
  /** Whether the browser promised to keep the data; null when it can not say. */
  persisted: boolean | null
  /** Bytes; an estimate of the browser, never a promise. */
  used: number | null
  quota: number | null
}

/** What the browser says of its storage. Never fails: a browser that can not say says null. */
export async function reportStorage({ storage }: Tools): Promise<StorageReport> {
  const [persisted, estimate] = await Promise.all([orNull(() => storage.persisted()), orNull(() => storage.estimate())])
  return { persisted, used: estimate?.usage ?? null, quota: estimate?.quota ?? null }
}

/** Asks the browser to promise that it keeps the data. @returns whether it did; null when it can not say. */
export function askPersistence({ storage }: Tools): Promise<boolean | null> {
  return orNull(() => storage.persist())
}

async function orNull<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask()
  } catch {
    return null
  }
}
