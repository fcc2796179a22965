// The file `*.tannha`: what waits, as it lies sealed in the database. No key is needed to write it.
import type { ProfileId } from '../../domain/ids.ts'
import { toBase64Url, utf8 } from '../../protocol/bytes.ts'
import { type SealedFileLine, sealedFileVersion } from '../../protocol/sealed-file.ts'
import type { StoreTools } from './store-tools.ts'
import { getMeta, readMeta, readVault, type TabletDatabase } from './tablet-database.ts'

/** Writes the file, one row after the other so that memory stays small, and notes how far it goes. */
export async function writeSealedFile(tools: StoreTools, db: TabletDatabase, profileId: ProfileId): Promise<Blob> {
  const { seq: throughSeq } = await getMeta(db, 'head')
  const lines = streamOf(linesOf(tools, db, profileId)).pipeThrough(new CompressionStream('gzip'))
  const blob = await new Response(lines).blob()
  await db.meta.put({ key: 'exported', value: { throughSeq, at: tools.now() } })
  return new Blob([blob], { type: 'application/octet-stream' })
}

async function* linesOf(tools: StoreTools, db: TabletDatabase, profileId: ProfileId): AsyncGenerator<SealedFileLine> {
  const escrow = await readVault(db, 'escrow')
  if (escrow === undefined) throw new Error('the vault lacks its escrow')
  const madeAt = new Date(tools.now()).toISOString()
  yield { type: 'tannha', v: sealedFileVersion, profileId, escrow, madeAt }
  let count = 0
  for await (const line of contentsOf(db)) {
    count += 1
    yield line
  }
  yield { type: 'end', count }
}

async function* contentsOf(db: TabletDatabase): AsyncGenerator<SealedFileLine> {
  for (const seq of await db.outbox.toCollection().primaryKeys()) {
    const row = await db.records.get(seq)
    if (row) yield { type: 'record', seq, version: row.version, sealed: toBase64Url(row.sealed) }
  }
  const photos = (await db.photos.where('state').equals('held').toArray()).filter(({ seqs }) => seqs.length > 0)
  for (const { sha256, chunks } of photos) {
    for (let index = 0; index < chunks; index += 1) {
      // A piece that is gone costs its photo, not the file.
      const chunk = await db.photoChunks.get([sha256, index]).catch(() => undefined)
      if (!chunk) break
      yield { type: 'chunk', sha256, index, of: chunks, version: chunk.version, sealed: toBase64Url(chunk.sealed) }
    }
  }
}

function streamOf(lines: AsyncGenerator<SealedFileLine>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(utf8(`${JSON.stringify(value)}\n`))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}

export type Unsent = { records: number; photos: number }

/** What the server has not taken and no sealed file carries. */
export async function countUnsent(db: TabletDatabase): Promise<Unsent> {
  const exported = (await readMeta(db, 'exported'))?.throughSeq ?? 0
  const records = await db.outbox.where('seq').above(exported).count()
  const held = await db.photos.where('state').equals('held').toArray()
  return { records, photos: held.filter(({ seqs }) => seqs.some((seq) => seq > exported)).length }
}
