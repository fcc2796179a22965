// A tablet without a screen: makes keys, enrols, signs envelopes, pushes, sends photos, pulls changes. It speaks the
// wire protocol over real HTTP and keeps its chain in memory.
import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { CommuneCode, PhotoHash, ProfileId, RecordId } from '../../src/domain/ids.ts'
import type { Role } from '../../src/domain/role.ts'
import { BeginLine, type ChangeLine, EndLine } from '../../src/protocol/changes.ts'
import { EnrolmentResponse } from '../../src/protocol/enrolment.ts'
import { type Envelope, envelopeHash, genesisHash, sealLink } from '../../src/protocol/envelope.ts'
import { PublicKeyJwk } from '../../src/protocol/signing.ts'
import { addEnrolmentCode, addStaff, homeCommune, type TestServer } from './test-server.ts'

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }

export type TestTablet = {
  enrolment: EnrolmentResponse
  profileId: ProfileId
  token: string
  keys: CryptoKeyPair
  /** Every envelope that was sealed, in order. */
  chain: Envelope[]
  /** Seals a record (object: JSON; string: that very text) as the next link. */
  seal: (body: unknown) => Promise<Envelope>
  /** POST /records. @param signal cuts the line. */
  push: (
    envelopes: readonly unknown[],
    init?: { headers?: Record<string, string>; signal?: AbortSignal },
  ) => Promise<Answer>
  /** Seals and pushes records. */
  record: (...bodies: unknown[]) => Promise<Answer>
  sendPhoto: (bytes: Uint8Array, options?: { offset?: number; upTo?: number; length?: number }) => Promise<Answer>
  photoOffset: (sha256: string) => Promise<Answer>
  /** One page of changes, checked against its end line. */
  changes: (cursor?: string, limit?: number) => Promise<Page>
  /** All pages from a cursor on. */
  allChanges: (cursor?: string) => Promise<{ lines: ChangeLine[]; cursor: string; begin: BeginLine }>
  fetch: (path: string, init?: RequestInit) => Promise<Response>
}

export type Page = { begin: BeginLine; lines: ChangeLine[]; exact: string[]; end: EndLine }

/** Enrols a new tablet: with a code, or for a new member of staff of the given role and communes. */
export async function enrolTestTablet(
  server: TestServer,
  options: { code?: string; role?: Role; communes?: readonly CommuneCode[]; app?: string } = {},
): Promise<TestTablet> {
  const code = options.code ?? (await addEnrolmentCode(server, (await addStaff(server, options)).id))
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = PublicKeyJwk.parse(await crypto.subtle.exportKey('jwk', keys.publicKey))
  const response = await fetch(`${server.url}/api/v1/enrolments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, publicKey, tablet: { name: 'Máy thử' }, app: options.app ?? 'test' }),
  })
  if (response.status !== 201) throw new Error(`enrolment answered ${response.status}: ${await response.text()}`)
  const enrolment = EnrolmentResponse.parse(await response.json())
  return openTestTablet(server.url, enrolment, keys)
}

/** A tablet that was enrolled before; a copy of its chain makes it a clone. */
export function openTestTablet(
  url: string,
  enrolment: EnrolmentResponse,
  keys: CryptoKeyPair,
  chain: Envelope[] = [],
): TestTablet {
  const { profileId, token } = enrolment
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${url}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })

  const seal = async (body: unknown): Promise<Envelope> => {
    const last = chain.at(-1)
    const prev = last ? await envelopeHash(last) : await genesisHash(profileId)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const envelope = await sealLink({ seq: (last?.seq ?? 0) + 1, prev, body: text }, keys.privateKey)
    chain.push(envelope)
    return envelope
  }
  const push: TestTablet['push'] = async (envelopes, init = {}) =>
    answerOf(
      await send('/records', {
        method: 'POST',
        ...(init.signal && { signal: init.signal }),
        headers: { 'content-type': 'application/json', ...init.headers },
        body: JSON.stringify({ records: envelopes }),
      }),
    )
  const changes = async (cursor?: string, limit?: number): Promise<Page> => {
    const query = new URLSearchParams({ ...(cursor && { cursor }), ...(limit && { limit: String(limit) }) })
    const response = await send(`/changes?${query.toString()}`)
    if (response.status !== 200) throw new Error(`changes answered ${response.status}: ${await response.text()}`)
    return readPage(await response.text())
  }
  return {
    enrolment,
    profileId,
    token,
    keys,
    chain,
    seal,
    push,
    changes,
    fetch: send,
    record: async (...bodies) => {
      const sealed: Envelope[] = []
      for (const body of bodies) sealed.push(await seal(body))
      return push(sealed)
    },
    sendPhoto: async (bytes, { offset = 0, upTo = bytes.length, length = bytes.length } = {}) =>
      answerOf(
        await send(`/photos/${hashOf(bytes)}`, {
          method: 'PATCH',
          headers: {
            'content-type': 'application/offset+octet-stream',
            'upload-offset': String(offset),
            'upload-length': String(length),
          },
          body: new Uint8Array(bytes.subarray(offset, upTo)),
        }),
      ),
    photoOffset: async (sha256) => answerOf(await send(`/photos/${sha256}`, { method: 'HEAD' })),
    allChanges: async (from) => {
      const lines: ChangeLine[] = []
      let cursor = from
      for (;;) {
        const page = await changes(cursor)
        lines.push(...page.lines)
        cursor = page.end.cursor
        if (!page.end.more) return { lines, cursor, begin: page.begin }
      }
    },
  }
}

/** Reads a page as a tablet must. @throws when it was cut off or altered. */
export function readPage(text: string): Page {
  if (!text.endsWith('\n')) throw new Error('the page is cut off')
  const all = text.slice(0, -1).split('\n')
  const exact = all.slice(1, -1)
  const begin = BeginLine.parse(JSON.parse(all[0] ?? ''))
  const end = EndLine.parse(JSON.parse(all.at(-1) ?? ''))
  const hash = createHash('sha256')
    .update(exact.map((line) => `${line}\n`).join(''))
    .digest('hex')
  if (end.count !== exact.length || end.sha256 !== hash) throw new Error('the page is not whole')
  return { begin, exact, end, lines: exact.map((line) => JSON.parse(line) as ChangeLine) }
}

/** Lower-case hex SHA-256: the address of a photo. */
export function hashOf(bytes: Uint8Array): PhotoHash {
  return createHash('sha256').update(bytes).digest('hex') as PhotoHash
}

/** A body that keeps every rule; `changed` replaces members. */
export function registrationBody(changed: Record<string, unknown> = {}): Record<string, unknown> & { id: RecordId } {
  return {
    id: v7() as RecordId,
    kind: 'registration',
    v: 1,
    at: '2026-11-23T08:30:00+07:00',
    commune: homeCommune,
    subject: null,
    photos: [],
    data: registrationData(),
    ...changed,
  }
}

/** Data of a registration, version 1, that keeps every rule. */
export function registrationData(person: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    person: {
      name: 'Nguyễn Thị Thử',
      birth: '1950',
      sex: 'F',
      idKind: 'cccd',
      idNumber: '092150991234',
      idIssued: null,
      oldIdNumber: null,
      phone: '0912345678',
      phoneOwner: 'self',
      permanentAddress: null,
      currentAddress: null,
      hamlet: 'Thới Hòa',
      fileCode: null,
      ...person,
    },
    programme: 'BTXH',
    category: null,
    substitute: null,
    method: { kind: 'cashAtHome', reason: 'ill', note: null },
    lacksCitizenId: false,
    consents: [],
    confirmation: { how: 'signature' },
    note: null,
  }
}

/** A small JPEG that nobody else has: header, size 640 × 480, random bytes, end. */
export function madeUpPhoto(bytes = 3000): Uint8Array {
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]
  const frame = [0xff, 0xc0, 0, 11, 8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const noise = randomBytes(bytes).map((byte) => (byte === 0xff ? 0xfe : byte))
  return new Uint8Array([...start, ...frame, ...scan, ...noise, 0xff, 0xd9])
}

/** How a record names a photo. */
export function photoOf(bytes: Uint8Array, role = 'cardFront'): Record<string, unknown> {
  return { sha256: hashOf(bytes), role, type: 'image/jpeg', bytes: bytes.length }
}

/** Status, headers and JSON of an answer; an empty object for an empty body. */
export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  }
}
