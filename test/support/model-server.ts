// A second reading of docs/protocol.md: a server in memory that shares no code with ours beyond the constants of the wire.
// Tests of the tablet run against it where they need to look inside the server or make it misbehave.
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign, verify, createPublicKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'

type Json = Record<string, unknown>
type Envelope = { seq: number; prev: string; body: string; sig: string }
type Status = 'accepted' | 'quarantined'
export type Stored = Envelope & { hash: string; id: string; status: Status; reasons: string[] }
export type Change = { type: string; id: string; commune: string } & Json

export type ModelProfile = {
  id: string
  token: string
  key: KeyObject
  state: 'active' | 'frozen' | 'revoked'
  stored: Stored[]
  /** Differing envelopes of a fork, kept apart. */
  apart: Envelope[]
  contact: Json | null
}

/** A line of the feed, and where it stands. */
type FeedEntry = { at: number; line: string; change: Change }

export type ModelRequest = { method: string; path: string; query: URLSearchParams; headers: Headers; body: Buffer }

export type ModelServer = {
  /** For the tablet's tools. */
  send: (path: string, init: RequestInit) => Promise<Response>
  /** Asked before anything else; what it returns is the answer. Throwing breaks the connection. */
  intercept: (before: ((request: ModelRequest) => Response | null | Promise<Response | null>) | null) => void
  readonly requests: ModelRequest[]
  readonly profiles: Map<string, ModelProfile>
  /** Whole photos and parts, by hash. */
  readonly photos: Map<string, { length: number; bytes: Buffer; complete: boolean }>
  communes: { code: string; name: string }[]
  /** Names the record in quarantine when it returns reasons. */
  judge: (body: Json) => string[]
  /** The feed: one entry per thing, in the order of its last change. */
  publish: (change: Change) => void
  drop: (of: 'beneficiary' | 'entitlement' | 'outcome' | 'delivery', id: string, commune: string) => void
  /** Drops a thing without a trace, as when its tombstone was cleared away. */
  forget: (id: string) => void
  /** Whether `begin` says what should be held, and whether it says it wrong. */
  tellHoldings: boolean
  skewHoldings: boolean
  /** Cursors below this are refused: their tombstones were cleared away. */
  oldestCursor: number
  /** Not even an empty cursor is taken. */
  refuseAll: boolean
  epoch: string
  /** Everything as it is now; call the result to bring it back under a new epoch. */
  backUp: () => () => void
  wipeOrder: (profileId: string, key?: KeyObject) => Json
  newCode: () => string
  time: () => number
  pageLimit: number
}

const mark = { 'tan-nha': '1' }
const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const b64 = (bytes: Buffer) => bytes.toString('base64url')

export function problem(status: number, code: string, more: Json = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', title: code, status, code, ...more })
  return new Response(body, { status, headers: { ...mark, 'content-type': 'application/problem+json' } })
}

function json(status: number, value: unknown, time: number): Response {
  const date = new Date(time).toUTCString()
  return new Response(JSON.stringify(value), { status, headers: { ...mark, date, 'content-type': 'application/json' } })
}

export function startModelServer(time: () => number = () => Date.UTC(2026, 10, 23, 1)): ModelServer {
  const serverKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const sealKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const codes = new Set<string>()
  // In the order of the last change: what changes again moves to the end.
  const feed = new Map<string, FeedEntry>()
  let clock = 0
  let before: Parameters<ModelServer['intercept']>[0] = null

  const put = (change: Change) => {
    clock += 1
    const key = `${kindOf(change)}/${change.id}`
    feed.delete(key)
    const { commune, ...bare } = change
    feed.set(key, { at: clock, change, line: JSON.stringify(change.type === 'drop' ? bare : { ...bare, commune }) })
  }
  const kindOf = (change: Change) => (change.type === 'drop' ? String(change['of']) : change.type)

  const server: ModelServer = {
    send: async (path, init) => {
      const url = new URL(path, 'http://model')
      const raw = init.body === undefined || init.body === null ? Buffer.alloc(0) : Buffer.from(init.body as Uint8Array)
      const headers = new Headers(init.headers)
      const request = { method: init.method ?? 'GET', path: url.pathname, query: url.searchParams, headers, body: raw }
      server.requests.push(request)
      const early = before === null ? null : await before(request)
      return early ?? answer({ ...request, body: headers.get('content-encoding') === 'gzip' ? gunzipSync(raw) : raw })
    },
    intercept: (next) => (before = next),
    requests: [],
    profiles: new Map(),
    photos: new Map(),
    communes: [{ code: '31147', name: 'Phường Tân An' }],
    judge: () => [],
    publish: put,
    drop: (of, id, commune) => put({ type: 'drop', of, id, commune }),
    forget: (id) => {
      for (const [key, { change }] of feed) if (change.id === id || change['beneficiary'] === id) feed.delete(key)
    },
    tellHoldings: false,
    skewHoldings: false,
    refuseAll: false,
    oldestCursor: 0,
    epoch: randomUUID(),
    backUp: () => {
      const kept = [...server.profiles].map(
        ([id, profile]) => [id, { ...profile, stored: [...profile.stored] }] as const,
      )
      const keptFeed = [...feed]
      const keptPhotos = [...server.photos].map(([hash, photo]) => [hash, { ...photo }] as const)
      return () => {
        server.profiles.clear()
        for (const [id, profile] of kept) server.profiles.set(id, { ...profile, stored: [...profile.stored] })
        server.photos.clear()
        for (const [hash, photo] of keptPhotos) server.photos.set(hash, { ...photo })
        feed.clear()
        for (const [key, entry] of keptFeed) feed.set(key, entry)
        server.epoch = randomUUID()
      }
    },
    wipeOrder: (profileId, key = serverKey.privateKey) => {
      const wipe = JSON.stringify({ order: 'wipe', profileId, at: new Date(time()).toISOString() })
      return { wipe, sig: b64(sign('sha256', Buffer.from(wipe), { key, dsaEncoding: 'ieee-p1363' })) }
    },
    newCode: () => {
      const code = Array.from(
        { length: 10 },
        () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(Math.random() * 32)],
      ).join('')
      codes.add(code)
      return code
    },
    time,
    pageLimit: 2000,
  }

  const answer = (request: ModelRequest): Response => {
    const path = request.path.replace('/api/v1', '')
    if (path === '/enrolments') return enrol(JSON.parse(request.body.toString()) as Json)
    const token = request.headers.get('authorization')?.replace('Bearer ', '')
    const profile = [...server.profiles.values()].find((one) => one.token === token)
    if (profile === undefined) return problem(401, 'bad_token')
    if (profile.state === 'revoked') return problem(403, 'revoked', server.wipeOrder(profile.id))
    if (path === '/records') return push(profile, JSON.parse(request.body.toString()) as { records: Envelope[] })
    if (path === '/contact') {
      profile.contact = JSON.parse(request.body.toString()) as Json
      return new Response(null, { status: 204, headers: mark })
    }
    if (path === '/changes') return changes(profile, request.query)
    if (path.startsWith('/photos/')) return photo(path.slice('/photos/'.length), request)
    return problem(404, 'not_found')
  }

  const enrol = ({ code, publicKey }: Json): Response => {
    if (!codes.delete(String(code))) return problem(404, 'unknown_code')
    const id = uuid7()
    const key = createPublicKey({ key: publicKey as import('node:crypto').JsonWebKey, format: 'jwk' })
    const token = b64(sha(randomUUID()))
    server.profiles.set(id, { id, token, key, state: 'active', stored: [], apart: [], contact: null })
    const jwk = (pair: typeof serverKey) => pair.publicKey.export({ format: 'jwk' })
    const staff = { id: '0199aaaa-0000-7000-8000-000000000001', name: 'Trần Thị Mẫu', role: 'wardOfficer' }
    const keys = { sealTo: jwk(sealKey), verify: jwk(serverKey) }
    const rest = { communes: server.communes, server: keys, time: new Date(time()).toISOString() }
    return json(201, { profileId: id, token, staff, ...rest }, time())
  }

  const push = (profile: ModelProfile, { records }: { records: Envelope[] }): Response => {
    if (records.length > 500) return problem(413, 'too_large')
    const results: Json[] = []
    const next = () => profile.stored.length + 1
    const first = records[0]
    if (first !== undefined && first.seq > next()) return problem(409, 'sequence_gap', { next: next() })
    const forked = records.find((one) => {
      const known = profile.stored[one.seq - 1]
      return known !== undefined && known.hash !== hashOf(one) && isSigned(profile, one)
    })
    if (forked !== undefined || profile.state === 'frozen') {
      profile.state = 'frozen'
      const differing = records.filter((one) => profile.stored[one.seq - 1]?.hash !== hashOf(one))
      profile.apart.push(...differing.filter((one) => !profile.apart.some((kept) => hashOf(kept) === hashOf(one))))
      return problem(409, 'fork', { seq: forked?.seq ?? records[0]?.seq ?? next() })
    }
    for (const one of records) {
      const known = profile.stored[one.seq - 1]
      if (known !== undefined && known.hash === hashOf(one)) {
        results.push({ seq: one.seq, id: known.id, status: 'duplicate', missingPhotos: missing(known) })
        continue
      }
      const head = profile.stored.at(-1)?.hash ?? b64(sha(profile.id))
      if (one.seq !== next() || one.prev !== head) return problem(422, 'bad_chain', { seq: one.seq })
      if (!isSigned(profile, one)) return problem(422, 'bad_signature', { seq: one.seq })
      const body = JSON.parse(one.body) as Json
      const reasons = server.judge(body)
      const status = reasons.length > 0 ? 'quarantined' : 'accepted'
      const stored: Stored = { ...one, hash: hashOf(one), id: String(body['id']), status, reasons }
      profile.stored.push(stored)
      const more = reasons.length > 0 ? { reasons } : { missingPhotos: missing(stored) }
      results.push({ seq: one.seq, id: stored.id, status, ...more })
    }
    return json(200, { next: next(), results }, time())
  }

  const missing = ({ body }: Envelope) =>
    ((JSON.parse(body) as { photos: { sha256: string }[] }).photos ?? [])
      .map(({ sha256 }) => sha256)
      .filter((hash) => server.photos.get(hash)?.complete !== true)

  const photo = (hash: string, request: ModelRequest): Response => {
    const held = server.photos.get(hash)
    const state = (offset: number, complete: boolean) => ({
      ...mark,
      'upload-offset': String(offset),
      'upload-complete': complete ? '?1' : '?0',
    })
    if (request.method === 'HEAD') {
      if (held === undefined) return new Response(null, { status: 404, headers: mark })
      return new Response(null, { status: 200, headers: state(held.bytes.length, held.complete) })
    }
    const offset = Number(request.headers.get('upload-offset'))
    const length = Number(request.headers.get('upload-length'))
    const have = held?.bytes.length ?? 0
    if (offset !== have || held?.complete === true) {
      const refusal = problem(409, 'wrong_offset')
      const headers = { ...Object.fromEntries(refusal.headers), ...state(have, held?.complete === true) }
      return new Response(refusal.body, { status: 409, headers })
    }
    const bytes = Buffer.concat([held?.bytes ?? Buffer.alloc(0), request.body])
    const whole = bytes.length === length
    if (whole && sha(bytes).toString('hex') !== hash) {
      server.photos.delete(hash)
      return problem(422, 'wrong_hash')
    }
    server.photos.set(hash, { length, bytes, complete: whole })
    return new Response(null, { status: 204, headers: state(bytes.length, whole) })
  }

  const changes = (profile: ModelProfile, query: URLSearchParams): Response => {
    let cursor = Number(query.get('cursor') ?? '0')
    if (server.refuseAll || (cursor !== 0 && cursor < server.oldestCursor)) return problem(400, 'bad_cursor')
    const pages: string[] = []
    for (let more = true; more && pages.length < Number(query.get('pages') ?? 1);) {
      const page = pageOf(profile, cursor, Math.min(server.pageLimit, Number(query.get('limit') ?? 500)))
      pages.push(page.text)
      ;({ end: cursor, more } = page)
    }
    return new Response(pages.join(''), {
      status: 200,
      headers: { ...mark, 'content-type': 'application/x-ndjson' },
    })
  }

  const pageOf = (profile: ModelProfile, cursor: number, limit: number) => {
    const inScope = new Set(server.communes.map(({ code }) => code))
    const isShown = ({ at, change }: FeedEntry) =>
      at > cursor && inScope.has(change.commune) && (cursor > 0 || change.type !== 'drop')
    const page: FeedEntry[] = []
    let more = false
    for (const entry of feed.values()) {
      if (!isShown(entry)) continue
      more = page.length === limit
      if (more) break
      page.push(entry)
    }
    const end = more ? (page.at(-1)?.at ?? cursor) : Math.max(cursor, clock)
    const between = page.map(({ line }) => `${line}\n`).join('')
    const communes = server.communes.map((one) =>
      server.tellHoldings && !more ? { ...one, holds: holdings(one.code) } : one,
    )
    const journal = { next: profile.stored.length + 1 }
    const begin = { type: 'begin', epoch: server.epoch, journal, communes, time: new Date(time()).toISOString() }
    const tail = { type: 'end', cursor: String(end), more, count: page.length, sha256: sha(between).toString('hex') }
    return { text: `${JSON.stringify(begin)}\n${between}${JSON.stringify(tail)}\n`, end, more }
  }

  const holdings = (commune: string) => {
    const lines = [...feed.values()].filter(
      ({ change }) => change.commune === commune && /^(beneficiary|entitlement)$/.test(change.type),
    )
    const sum = Buffer.alloc(32)
    for (const { line } of lines) for (const [index, byte] of sha(line).entries()) sum[index] = (sum[index] ?? 0) ^ byte
    return { count: lines.length + (server.skewHoldings ? 1 : 0), digest: sum.toString('hex') }
  }
  return server
}

/** Lets a model answer on a free port, compressed where that is asked for. @returns its address and how to stop it. */
export async function listenAsModel(model: ModelServer): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
      const init = {
        method: request.method ?? 'GET',
        headers,
        ...(pieces.length > 0 && { body: Buffer.concat(pieces) }),
      }
      void model.send(request.url ?? '/', init).then(async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer())
        const packed = body.length > 0 && /gzip/.test(request.headers['accept-encoding'] ?? '')
        const encoding = packed ? { 'content-encoding': 'gzip' } : {}
        response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...encoding })
        response.end(packed ? gzipSync(body) : body)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function linkText({ seq, prev, body }: Envelope): Buffer {
  return Buffer.from(`${seq}\n${prev}\n${body}`)
}

function hashOf(envelope: Envelope): string {
  return b64(sha(linkText(envelope)))
}

function isSigned(profile: ModelProfile, envelope: Envelope): boolean {
  const signature = Buffer.from(envelope.sig, 'base64url')
  return verify('sha256', linkText(envelope), { key: profile.key, dsaEncoding: 'ieee-p1363' }, signature)
}

function uuid7(): string {
  const text = randomUUID()
  return `0199${text.slice(4, 14)}7${text.slice(15)}`
}
