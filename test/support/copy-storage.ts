// A copy of everything that a browser has stored, as a cloned or restored tablet has it.
import { IDBFactory } from 'fake-indexeddb'

/** Copies all databases of one (fake) browser into a new one; what is open in the first stays as it is. */
export async function copyStorage(from: IDBFactory): Promise<IDBFactory> {
  const to = new IDBFactory()
  for (const { name, version } of await from.databases()) {
    if (name === undefined) continue
    const source = await opened(from.open(name))
    const request = to.open(name, version)
    request.onupgradeneeded = () => {
      for (const table of source.objectStoreNames) {
        const old = source.transaction(table).objectStore(table)
        const { keyPath, autoIncrement } = old
        const fresh = request.result.createObjectStore(table, { keyPath, autoIncrement })
        for (const label of old.indexNames) {
          const { keyPath: path, unique, multiEntry } = old.index(label)
          fresh.createIndex(label, path, { unique, multiEntry })
        }
      }
    }
    const target = await opened(request)
    for (const table of source.objectStoreNames) {
      const rows = (await answered(source.transaction(table).objectStore(table).getAll())) as unknown[]
      const store = target.transaction(table, 'readwrite').objectStore(table)
      await Promise.all(rows.map((row) => answered(store.put(row))))
    }
    source.close()
    target.close()
  }
  return to
}

const opened = (request: IDBOpenDBRequest) => answered<IDBDatabase>(request)

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the copy failed'))
  })
}
