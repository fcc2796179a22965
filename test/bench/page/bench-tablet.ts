// What every page of the bench stands on: a tablet without a server, and the bare browser's own store.
import type { CommuneCode } from '../../../src/domain/ids.ts'
import type { Bytes } from '../../../src/protocol/bytes.ts'
import { answerHeader } from '../../../src/protocol/version.ts'
import { enrolTablet } from '../../../src/tablet/actions/enrol-tablet.ts'
import type { Session, Tools } from '../../../src/tablet/actions/session.ts'
import { makeBrowserTools } from '../../../src/tablet/browser-tools.ts'

export const commune = '31147' as CommuneCode
export const pin = '482915'

async function publicKey(algorithm: 'ECDSA' | 'ECDH', uses: KeyUsage[]): Promise<JsonWebKey> {
  const pair = await crypto.subtle.generateKey({ name: algorithm, namedCurve: 'P-256' }, true, uses)
  return crypto.subtle.exportKey('jwk', pair.publicKey)
}

/** A server that enrols whoever asks, so that the bench needs no other. */
async function answerEnrolment(tools: Tools): Promise<Response> {
  const body = {
    profileId: tools.newId(),
    token: 'x'.repeat(43),
    staff: { id: tools.newId(), name: 'Phạm Thị Đo', role: 'wardOfficer' },
    communes: [{ code: commune, name: 'Tân An' }],
    server: { sealTo: await publicKey('ECDH', ['deriveBits']), verify: await publicKey('ECDSA', ['sign', 'verify']) },
    time: new Date(tools.now()).toISOString(),
  }
  return new Response(JSON.stringify(body), {
    status: 201,
    headers: { 'content-type': 'application/json', [answerHeader]: '1' },
  })
}

/** Made once, as the app does; what asks the disk starts while a key is derived, which is measured apart. */
const tools = makeBrowserTools()

/** The tablet's tools, but a key at no cost: what unlocking costs beside it is measured apart. */
export function benchTools(): Tools {
  return {
    ...tools,
    deriveKey: (typed) => Promise.resolve(new TextEncoder().encode(typed.padEnd(32, '.'))),
    send: () => answerEnrolment(tools),
  }
}

/** Bytes that nothing can compress, beginning as a JPEG does. */
export function noise(length: number): Bytes {
  const bytes: Bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(length, at + 65_536)))
  bytes.set([0xff, 0xd8, 0xff])
  return bytes
}

/** A new profile, open. */
export async function enrol(tools: Tools): Promise<Session> {
  const enrolled = await enrolTablet(tools, { code: '7K3QF-9M2XD', pin })
  if (enrolled.kind !== 'enrolled') throw new Error(`not enrolled: ${enrolled.kind}`)
  return enrolled.session
}

/** A database by the bare browser: one of its own for what ours is held against, or one that is there. */
export function openRaw(name = 'bench-raw'): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows', { autoIncrement: true }))
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
  })
}

/** Puts values in one strict transaction. */
export function putRaw(db: IDBDatabase, values: readonly unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' })
    for (const value of values) transaction.objectStore('rows').put(value)
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })
}
