// A tablet that cannot reach the network for weeks: its outbox comes as a file. What it held goes the same way as a push.
import type { Readable } from 'node:stream'
import type { PhotoHash } from '../../domain/ids.ts'
import { fromBase64Url, fromUtf8 } from '../../protocol/bytes.ts'
import { Envelope } from '../../protocol/envelope.ts'
import { openEscrow } from '../../protocol/escrow.ts'
import { limits as wire } from '../../protocol/limits.ts'
import type { SealedFileAnswer } from '../../protocol/office/sealed-files.ts'
import { importDataKey, openSealed } from '../../protocol/sealing.ts'
import type { SealedFileLine } from '../../protocol/sealed-file.ts'
import type { OfficeActor, TabletActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { findFileSender } from '../store/find-actor.ts'
import { keepUpload } from '../store/inbox.ts'
import type { ServerTools } from '../tools.ts'
import { acceptRecords } from './accept-records.ts'
import type { Refusal } from './plan-push.ts'
import { BadFile, FileTooLarge, readSealedFile } from './read-sealed-file.ts'
import { takeSealedPhotos } from './take-sealed-photos.ts'

export type TakeSealedFileResult =
  | { kind: 'taken'; answer: SealedFileAnswer }
  | { kind: 'badFile' }
  | { kind: 'badEscrow' }
  /** Of a tablet outside the actor's scope, or of none that is known. */
  | { kind: 'notFound' }
  | { kind: 'tooLarge' }

type Header = Extract<SealedFileLine, { type: 'tannha' }>
type RecordLine = Extract<SealedFileLine, { type: 'record' }>

/** Looks through the whole file before anything of it is taken. */
export async function takeSealedFile(
  tools: ServerTools,
  actor: OfficeActor,
  bytes: Readable,
): Promise<TakeSealedFileResult> {
  const { dataDir, limits } = tools.settings
  const upload = await keepUpload(dataDir, tools.newId(), bytes, limits.sealedFileBytes)
  if (upload.kind === 'tooLarge') return upload
  const read = () => readSealedFile(upload.read(), limits.inflatedSealedFileBytes)
  try {
    const { header, records } = await lookThrough(read())
    const sender = await findFileSender(tools.db, header.profileId)
    if (!sender || !sender.actor.communes.some((commune) => actor.communes.includes(commune))) {
      return { kind: 'notFound' }
    }
    const key = await openKey(tools, header)
    if (key === null) return { kind: 'badEscrow' }
    const envelopes = await openRecords(key, header, records)
    const pushed = await pushAll(tools, sender.actor, envelopes)
    const photos = await takeSealedPhotos(tools, sender.actor, key, read())
    await writeAudit(
      tools.db,
      tools,
      { kind: 'office', staffId: actor.staffId },
      {
        action: 'sealedFile.taken',
        thing: 'profile',
        thingId: header.profileId,
        detail: { records: pushed.results.length, photos: photos.kept.length, refused: pushed.refused?.code ?? null },
      },
    )
    const { profileId, madeAt } = header
    const missing = new Set<PhotoHash>(photos.kept)
    const results = pushed.results.map((result) =>
      result.missingPhotos
        ? { ...result, missingPhotos: result.missingPhotos.filter((photo) => !missing.has(photo)) }
        : result,
    )
    return { kind: 'taken', answer: { ...pushed, results, profileId, madeAt, staffName: sender.name, photos } }
  } catch (error) {
    if (error instanceof BadFile) return { kind: 'badFile' }
    if (error instanceof FileTooLarge) return { kind: 'tooLarge' }
    throw error
  } finally {
    await upload.forget()
  }
}

async function lookThrough(lines: AsyncIterable<SealedFileLine>): Promise<{ header: Header; records: RecordLine[] }> {
  let header: Header | null = null
  const records: RecordLine[] = []
  for await (const line of lines) {
    if (line.type === 'tannha') header = line
    if (line.type === 'record') records.push(line)
  }
  if (header === null) throw new BadFile('no header')
  return { header, records: records.toSorted((a, b) => a.seq - b.seq) }
}

async function openKey(tools: ServerTools, { profileId, escrow }: Header): Promise<CryptoKey | null> {
  try {
    return await importDataKey(await openEscrow(tools.keys.sealTo.privateJwk, profileId, escrow))
  } catch {
    return null
  }
}

async function openRecords(key: CryptoKey, header: Header, records: readonly RecordLine[]): Promise<Envelope[]> {
  return Promise.all(
    records.map(async ({ seq, version, sealed }) => {
      const place = { profile: header.profileId, table: 'records', id: String(seq), version }
      try {
        const envelope = Envelope.parse(JSON.parse(fromUtf8(await openSealed(key, place, fromBase64Url(sealed)))))
        if (envelope.seq === seq) return envelope
      } catch {
        // Told below: which of the ways it was damaged does not matter.
      }
      throw new BadFile('a record cannot be opened')
    }),
  )
}

async function pushAll(tools: ServerTools, sender: TabletActor, envelopes: readonly Envelope[]) {
  const pushed: Pick<SealedFileAnswer, 'results' | 'refused'> = { results: [], refused: null }
  for (let start = 0; start < envelopes.length; start += wire.envelopesInPush) {
    const batch = envelopes.slice(start, start + wire.envelopesInPush)
    const { results, refusal } = await acceptRecords(tools, sender, batch, { byFile: true })
    pushed.results.push(...results)
    if (refusal !== null) return { ...pushed, refused: { code: codes[refusal.kind], seq: seqOf(refusal) } }
  }
  return pushed
}

const codes = {
  sequenceGap: 'sequence_gap',
  fork: 'fork',
  badChain: 'bad_chain',
  badSignature: 'bad_signature',
} as const satisfies Record<Refusal['kind'], string>

function seqOf(refusal: Refusal): number {
  return refusal.kind === 'sequenceGap' ? refusal.next : refusal.seq
}
