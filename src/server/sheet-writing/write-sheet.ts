// Tables as spreadsheet files, made in a thread of their own: other requests go on meanwhile.
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

export type SheetTable = {
  /** Name of the sheet, at most 31 characters. */
  name: string
  /** Lines above the table. */
  title: readonly string[]
  columns: readonly { heading: string; width: number }[]
  /** Numbers stay numbers; every text is written as a text and can be no formula. */
  rows: readonly (readonly (string | number | null)[])[]
}

const Bytes = z.instanceof(Uint8Array)

/** The bytes of an .xlsx file. */
export function writeSheet(table: SheetTable): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { workerData: table })
    worker.once('message', (message: unknown) => {
      const bytes = Bytes.safeParse(message)
      if (bytes.success) resolve(Buffer.from(bytes.data))
      else reject(new Error('the writing thread said something else than bytes'))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the writing thread ended with ${code}`)))
  })
}
