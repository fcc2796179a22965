// A bad network on purpose: an HTTP-aware TCP proxy in front of a real server. Each request asks the plan what is to
// happen to it, so a test says exactly which request meets which misfortune.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'

/** One request as the proxy saw it, body complete or still arriving. */
export type SeenRequest = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** From the Content-Length; 0 when there is no body. */
  readonly bodyBytes: number
  /** How many requests of the same method and path (without query) came before this one. */
  readonly nth: number
}

export type Fault =
  /** A captive portal: status 200 and its own page, whatever was asked. */
  | { kind: 'portal' }
  /** The connection is reset before anything is answered. */
  | { kind: 'reset' }
  /** Nothing is ever answered. */
  | { kind: 'hang' }
  /** The server answers; its bytes come through at this speed. */
  | { kind: 'trickle'; bytesPerSecond: number }
  /** The server gets the request and commits; its answer never arrives. */
  | { kind: 'dropAnswer' }
  /** Only so many bytes of the request's body reach the server, then both sides are cut. */
  | {
      kind: 'cutRequest'
      after: number
      /** Waited for before the line breaks, e.g. until the bytes were taken in. */ until?: () => Promise<unknown>
    }
  /** Only so many bytes of the answer's body arrive. `close` has no length and ends like a good answer. */
  | { kind: 'cutAnswer'; how: 'length' | 'chunked' | 'close'; after: number | ((bodyBytes: number) => number) }
  /** A proxy's own limit on bodies: 413 and a page that is not ours. */
  | { kind: 'bodyLimit'; over: number }
  /** Something in between answers itself. */
  | { kind: 'answer'; status: number; headers?: Record<string, string>; body?: string }
  /** The request reaches the server twice; the tablet hears the second answer. */
  | { kind: 'replay' }

/** Both directions; a plain line when left out. */
export type Line = { bytesPerSecondUp?: number; bytesPerSecondDown?: number; latencyMs?: number }

export type FaultProxy = {
  readonly url: string
  /** Bytes that went through, heads included; `requests` counts what was asked. */
  readonly seen: {
    bytesUp: number
    bytesDown: number
    /** Of request bodies, by method. */ bodiesUp: Record<string, number>
    requests: SeenRequest[]
  }
  /** What happens to the next requests. Null lets a request through unharmed. */
  plan(decide: (request: SeenRequest) => Fault | null): void
  shape(line: Line): void
  close(): Promise<void>
}

type Head = { method: string; path: string; headers: Record<string, string>; bytes: Buffer; rest: Buffer }

const headEnd = Buffer.from('\r\n\r\n')

function parseHead(bytes: Buffer, end: number): Omit<Head, 'bytes' | 'rest'> {
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const [method = '', path = ''] = first.split(' ')
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
  }
  return { method, path, headers }
}

/** Reads a socket piece by piece, the way both halves of the proxy need it. */
function reader(socket: Socket) {
  const pieces: Buffer[] = []
  let ended = false
  let wake: (() => void) | null = null
  const stir = () => {
    wake?.()
    wake = null
  }
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece)
    stir()
  })
  for (const event of ['end', 'close', 'error']) {
    socket.on(event, () => {
      ended = true
      stir()
    })
  }
  const next = async (): Promise<Buffer | null> => {
    while (pieces.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve))
    return pieces.shift() ?? null
  }
  const unread = (piece: Buffer) => {
    if (piece.length > 0) pieces.unshift(piece)
  }
  return { next, unread }
}

type Reader = ReturnType<typeof reader>

async function readHead(from: Reader): Promise<Head | null> {
  let bytes = Buffer.alloc(0)
  for (;;) {
    const end = bytes.indexOf(headEnd)
    if (end >= 0) {
      const size = end + headEnd.length
      return { ...parseHead(bytes, end), bytes: bytes.subarray(0, size), rest: bytes.subarray(size) }
    }
    const piece = await from.next()
    if (piece === null) return null
    bytes = Buffer.concat([bytes, piece])
  }
}

async function readBody(from: Reader, length: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let got = 0; got < length;) {
    const piece = await from.next()
    if (piece === null) break
    pieces.push(piece)
    got += piece.length
  }
  const body = Buffer.concat(pieces)
  from.unread(body.subarray(length))
  return body.subarray(0, length)
}

/** The body of an answer that is read to its end, whichever way its length is told. */
async function readAnswerBody(from: Reader, head: Head, hasNoBody: boolean): Promise<Buffer> {
  from.unread(head.rest)
  if (hasNoBody) return Buffer.alloc(0)
  const length = head.headers['content-length']
  if (length !== undefined) return readBody(from, Number(length))
  const pieces: Buffer[] = []
  for (let piece = await from.next(); piece !== null; piece = await from.next()) pieces.push(piece)
  const all = Buffer.concat(pieces)
  return head.headers['transfer-encoding'] === 'chunked' ? joinChunks(all) : all
}

function joinChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) break
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16)
    if (!(size > 0)) break
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
  return Buffer.concat(parts)
}

const framing = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive'])

function answerHead(head: Head, ...more: string[]): Buffer {
  const lines = head.bytes
    .toString('latin1')
    .split('\r\n')
    .filter((line) => line !== '')
  const kept = lines.filter((line, index) => index === 0 || !framing.has(line.split(':')[0]?.toLowerCase() ?? ''))
  return Buffer.from([...kept, ...more, 'Connection: close', '', ''].join('\r\n'), 'latin1')
}

/** Starts a proxy on a free port of this machine in front of `target` (`http://host:port`). */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const upstream = new URL(target)
  const seen: FaultProxy['seen'] = { bytesUp: 0, bytesDown: 0, bodiesUp: {}, requests: [] }
  const counts = new Map<string, number>()
  const sockets = new Set<Socket>()
  let decide: (request: SeenRequest) => Fault | null = () => null
  let line: Line = {}

  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const count = (method: string, bytes: number) => {
    seen.bytesUp += bytes
    seen.bodiesUp[method] = (seen.bodiesUp[method] ?? 0) + bytes
  }
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

  const write = async (to: Socket, bytes: Buffer, bytesPerSecond: number | undefined) => {
    if (bytesPerSecond === undefined) {
      to.write(bytes)
      return
    }
    const step = Math.max(1, Math.floor(bytesPerSecond / 20))
    for (let at = 0; at < bytes.length && !to.destroyed; at += step) {
      const piece = bytes.subarray(at, at + step)
      to.write(piece)
      await pause((piece.length / bytesPerSecond) * 1000)
    }
  }
  const down = async (to: Socket, bytes: Buffer, bytesPerSecond = line.bytesPerSecondDown) => {
    seen.bytesDown += bytes.length
    await write(to, bytes, bytesPerSecond)
  }

  const callServer = async (head: Head, body: Buffer): Promise<{ answer: Head; body: Buffer } | null> => {
    const server = keep(connect(Number(upstream.port), upstream.hostname))
    const from = reader(server)
    const lines = head.bytes
      .toString('latin1')
      .split('\r\n')
      .filter((text) => text !== '')
    const kept = lines.filter((text, index) => index === 0 || !/^(connection|expect):/i.test(text))
    server.write(Buffer.from([...kept, 'Connection: close', '', ''].join('\r\n'), 'latin1'))
    await write(server, body, line.bytesPerSecondUp)
    const answer = await readHead(from)
    if (answer === null) return null
    const status = Number(answer.bytes.toString('latin1', 9, 12))
    const bare = head.method === 'HEAD' || status === 204 || status === 304
    const whole = await readAnswerBody(from, answer, bare)
    server.destroy()
    return { answer, body: whole }
  }

  const cutRequest = async (head: Head, from: Reader, { after, until }: Extract<Fault, { kind: 'cutRequest' }>) => {
    const server = keep(connect(Number(upstream.port), upstream.hostname))
    server.write(head.bytes)
    const body = await readBody(from, Math.min(after, Number(head.headers['content-length'] ?? 0)))
    count(head.method, body.length)
    await new Promise<void>((resolve) => server.write(body, () => resolve()))
    await until?.()
    server.resetAndDestroy()
  }

  const handle = async (client: Socket) => {
    const from = reader(client)
    const head = await readHead(from)
    if (head === null) return client.destroy()
    from.unread(head.rest)
    const key = `${head.method} ${head.path.split('?')[0]}`
    const nth = counts.get(key) ?? 0
    counts.set(key, nth + 1)
    const bodyBytes = Number(head.headers['content-length'] ?? 0)
    const request: SeenRequest = { method: head.method, path: head.path, headers: head.headers, bodyBytes, nth }
    seen.requests.push(request)
    seen.bytesUp += head.bytes.length
    const fault = decide(request)
    if (line.latencyMs !== undefined) await pause(line.latencyMs / 2)

    if (fault?.kind === 'reset') return client.resetAndDestroy()
    if (fault?.kind === 'hang') return undefined
    if (fault?.kind === 'cutRequest') {
      await cutRequest(head, from, fault)
      return client.resetAndDestroy()
    }
    const body = await readBody(from, bodyBytes)
    count(head.method, body.length)
    if (fault?.kind === 'portal')
      return say(client, 200, { 'content-type': 'text/html' }, '<html>Đăng nhập Wi-Fi</html>')
    if (fault?.kind === 'bodyLimit' && bodyBytes > fault.over) {
      return say(client, 413, { 'content-type': 'text/html' }, '<html>413 Request Entity Too Large</html>')
    }
    if (fault?.kind === 'answer') return say(client, fault.status, fault.headers ?? {}, fault.body ?? '')
    if (fault?.kind === 'replay') await callServer(head, body)
    const reply = await callServer(head, body)
    if (reply === null || fault?.kind === 'dropAnswer') return client.resetAndDestroy()
    if (line.latencyMs !== undefined) await pause(line.latencyMs / 2)
    if (fault?.kind === 'cutAnswer') return cutAnswer(client, reply, fault)
    const speed = fault?.kind === 'trickle' ? fault.bytesPerSecond : line.bytesPerSecondDown
    const bare = head.method === 'HEAD' || reply.answer.bytes.toString('latin1', 9, 12) === '204'
    const length = bare ? [] : [`Content-Length: ${reply.body.length}`]
    await down(client, answerHead(reply.answer, ...length), speed)
    await down(client, reply.body, speed)
    client.end()
    return undefined
  }

  const say = async (client: Socket, status: number, headers: Record<string, string>, text: string) => {
    const body = Buffer.from(text)
    const lines = Object.entries({ ...headers, 'content-length': String(body.length), connection: 'close' })
    const head = [`HTTP/1.1 ${status} X`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
    await down(client, Buffer.concat([Buffer.from(head, 'latin1'), body]))
    client.end()
  }

  const cutAnswer = async (
    client: Socket,
    { answer, body }: { answer: Head; body: Buffer },
    { how, after }: Extract<Fault, { kind: 'cutAnswer' }>,
  ) => {
    const part = body.subarray(0, typeof after === 'number' ? after : after(body.length))
    if (how === 'length') await down(client, answerHead(answer, `Content-Length: ${body.length}`))
    if (how === 'chunked') await down(client, answerHead(answer, 'Transfer-Encoding: chunked'))
    if (how === 'close') await down(client, answerHead(answer))
    const open = how === 'chunked' ? Buffer.from(`${part.length.toString(16)}\r\n`) : Buffer.alloc(0)
    await down(client, Buffer.concat([open, part, how === 'chunked' ? Buffer.from('\r\n') : Buffer.alloc(0)]))
    client.end()
  }

  const server: Server = createServer((client) => {
    keep(client)
    handle(client).catch(() => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    plan: (next) => (decide = next),
    shape: (next) => (line = next),
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
