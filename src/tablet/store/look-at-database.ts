// A look at a database with the browser's bare means: Dexie would create one that is not there, and the lock screen does
// not wait for Dexie.
import type { StoreTools } from './store-tools.ts'

type Held = Pick<StoreTools, 'indexedDB'>

type Opened = { kind: 'there'; db: IDBDatabase } | { kind: 'absent' } | { kind: 'damaged' }

/** Whether a database is there, and Dexie's version of it times ten. Nothing is ever created. */
export async function lookAt(
  tools: Held,
  name: string,
): Promise<{ kind: 'there'; version: number } | { kind: 'absent' } | { kind: 'damaged' }> {
  const opened = await openIfThere(tools, name)
  if (opened.kind !== 'there') return opened
  const { version } = opened.db
  opened.db.close()
  return { kind: 'there', version }
}

/** All rows of a table; none when the database or the table is not there or can not be read. */
export async function readTable<Row>(tools: Held, name: string, table: string): Promise<Row[]> {
  const opened = await openIfThere(tools, name)
  if (opened.kind !== 'there') return []
  try {
    return await allOf<Row>(opened.db, table)
  } catch {
    return []
  } finally {
    opened.db.close()
  }
}

function openIfThere({ indexedDB }: Held, name: string): Promise<Opened> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name)
    let absent = false
    request.onupgradeneeded = () => {
      absent = true
      request.transaction?.abort()
    }
    request.onsuccess = () => resolve({ kind: 'there', db: request.result })
    request.onerror = (event) => {
      event.preventDefault()
      resolve({ kind: absent ? 'absent' : 'damaged' })
    }
  })
}

function allOf<Row>(db: IDBDatabase, table: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const request: IDBRequest<Row[]> = db.transaction(table).objectStore(table).getAll()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('not read'))
  })
}
