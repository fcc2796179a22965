// IndexedDB in memory that fails at a chosen call.
import { IDBDatabase, IDBIndex, IDBObjectStore } from 'fake-indexeddb'

type Methods = Record<string, (...order: unknown[]) => unknown>

const calls: [Methods, string[]][] = [
  [
    IDBObjectStore.prototype as unknown as Methods,
    ['add', 'put', 'delete', 'clear', 'get', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'],
  ],
  [IDBIndex.prototype as unknown as Methods, ['get', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor']],
  [IDBDatabase.prototype as unknown as Methods, ['transaction']],
]

/**
 * Runs `work` while the `nth` call of storage throws.
 * @param name of the DOMException.
 * @returns whether that call was reached, and what became of the work.
 */
export async function failingAt<Value>(
  nth: number,
  name: string,
  work: () => Promise<Value>,
): Promise<{ reached: boolean; value?: Value; error?: unknown }> {
  let count = 0
  const restore: (() => void)[] = []
  for (const [prototype, names] of calls) {
    for (const method of names) {
      const original = prototype[method]
      if (!original) throw new Error(`no ${method}`)
      prototype[method] = function (this: unknown, ...order: unknown[]) {
        // The upgrade's own transaction is opened by the database, not by a caller.
        if (order[1] === 'versionchange') return original.apply(this, order)
        count += 1
        if (count === nth) throw new DOMException(`storage call ${nth} fails`, name)
        return original.apply(this, order)
      }
      restore.push(() => void (prototype[method] = original))
    }
  }
  try {
    return { value: await work(), reached: count >= nth }
  } catch (error) {
    return { error, reached: count >= nth }
  } finally {
    for (const undo of restore) undo()
  }
}
