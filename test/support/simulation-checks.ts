// What must hold after a life, whatever happened in it.
import { createHash, type JsonWebKey, verify } from 'node:crypto'
import type { PhotoHash, ProfileId } from '../../src/domain/ids.ts'
import type { Session } from '../../src/tablet/actions/session.ts'
import { holdingOf } from '../../src/tablet/store/list-pages.ts'
import type { SimulatedServer } from './simulated-server.ts'

export type Saved = { id: string; seq: number; photos: PhotoHash[] }
type Tablet = { session: Session; saved: readonly Saved[] }

/** Checks one tablet against the server. @throws when something is missing, doubled, damaged or different. */
export async function checkTablet(server: SimulatedServer, tablet: Tablet): Promise<void> {
  checkRecords(server, tablet)
  checkPhotos(server, tablet)
  await checkList(server, tablet)
}

type Row = {
  seq: number
  prev: string
  hash: string
  sig: string
  body: Uint8Array
  record_id: string
  status: string
  reasons: string
}

function checkRecords(server: SimulatedServer, { session, saved }: Tablet): void {
  const { profileId } = session
  const rows = server.rows(`select * from envelope where profile_id = '${profileId}' order by seq`) as Row[]
  const key = publicKeyOf(server, profileId)
  let prev = createHash('sha256').update(profileId).digest('base64url')
  rows.forEach((row, index) => {
    const link = Buffer.from(`${row.seq}\n${row.prev}\n${Buffer.from(row.body).toString()}`)
    const hash = createHash('sha256').update(link).digest('base64url')
    if (row.seq !== index + 1 || row.prev !== prev || row.hash !== hash)
      throw new Error(`the chain breaks at ${row.seq}`)
    if (!verify('sha256', link, { ...key, dsaEncoding: 'ieee-p1363' }, Buffer.from(row.sig, 'base64url'))) {
      throw new Error(`envelope ${row.seq} is not signed`)
    }
    prev = hash
  })
  for (const { id, seq } of saved) {
    const found = rows.filter((row) => row.record_id === id)
    const [row] = found
    if (found.length !== 1 || row?.seq !== seq) throw new Error(`record ${seq} is ${found.length} times on the server`)
    if (row.status === 'quarantined' && row.reasons === '[]')
      throw new Error(`record ${seq} is in quarantine for nothing`)
    const effects = server.rows(`select id from registration where id = '${id}'`).length
    if (effects !== (row.status === 'accepted' ? 1 : 0)) throw new Error(`record ${seq} has ${effects} effects`)
  }
  if (rows.length !== saved.length) throw new Error(`${rows.length} on the server, ${saved.length} saved`)
}

function publicKeyOf(server: SimulatedServer, profileId: ProfileId) {
  const [row] = server.rows(`select public_key from profile where id = '${profileId}'`)
  return { key: JSON.parse(String(row?.['public_key'])) as JsonWebKey, format: 'jwk' as const }
}

function checkPhotos(server: SimulatedServer, { saved }: Tablet): void {
  const photos = server.backUp().photos
  for (const hash of saved.flatMap((record) => record.photos)) {
    const bytes = photos.get(`whole/${hash}`)
    if (bytes === undefined) throw new Error(`photo ${hash} never arrived`)
    if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`photo ${hash} arrived damaged`)
  }
}

async function checkList(server: SimulatedServer, { session }: Tablet): Promise<void> {
  let people = 0
  for (const { code } of session.communes) {
    const held = await holdingOf(session.store, code)
    const [row] = server.rows(`select held_count, held_digest from feed where feed = '${code}'`)
    if (held.count !== Number(row?.['held_count'] ?? 0) || (row && held.digest !== row['held_digest'])) {
      throw new Error(`commune ${code}: ${held.count} held, ${String(row?.['held_count'])} on the server`)
    }
    people += server.rows(`select id from beneficiary where commune = '${code}' and listed = 1`).length
  }
  if (session.list.people().length !== people) {
    throw new Error(`${session.list.people().length} people in memory, ${people} on the server`)
  }
}
