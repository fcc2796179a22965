// A network that a test moves by hand: every request waits until it is let through, lost, cut, repeated or forgotten.
import type { Readable } from 'node:stream'
import type { SimulatedServer } from './simulated-server.ts'

type Message = {
  from: number
  path: string
  init: RequestInit
  resolve: (response: Response) => void
  reject: (error: Error) => void
}

export type Fate =
  /** The request never arrives. */
  | 'lostRequest'
  /** The server did it; the answer never arrives. */
  | 'lostAnswer'
  /** The answer's body ends too soon. */
  | 'cutAnswer'
  /** A captive portal answers. */
  | 'portal'
  | 'delivered'

export type SimulatedNetwork = {
  /** A line on which nothing goes wrong. */
  ask: (path: string, init: RequestInit) => Promise<Response>
  /** The transport of tablet number `from`. A tablet that crashed is given a new one; the old one's answers go nowhere. */
  sendOf: (from: number) => (path: string, init: RequestInit) => Promise<Response>
  /** Numbers of the tablets whose request waits. */
  waiting: () => number[]
  /** Resolves when tablet `from` waits for an answer. */
  blocked: (from: number) => Promise<void>
  /** Decides about the request of this tablet. @returns what was asked. */
  decide: (from: number, fate: Fate, andAgain: boolean) => Promise<string>
  /** The tablet is gone: its request, if any, is never answered. */
  forget: (from: number) => void
  /** Late copies of requests that are still under way. */
  ghosts: () => number
  /** One late copy arrives. */
  deliverGhost: (which: number) => Promise<string>
}

const cutAt = 0.6

export function startSimulatedNetwork(server: SimulatedServer): SimulatedNetwork {
  const messages = new Map<number, Message>()
  const awaited = new Map<number, () => void>()
  const ghosts: Pick<Message, 'path' | 'init'>[] = []

  const ask = async ({ path, init }: Pick<Message, 'path' | 'init'>): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init.headers))
    const payload =
      init.body === undefined || init.body === null ? {} : { payload: Buffer.from(init.body as Uint8Array) }
    const question = { method: init.method as 'GET', url: path, headers, ...payload, payloadAsStream: true }
    const answer = await server.app.inject(question)
    const answered = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
    const body = await whatCame(answer.stream())
    return new Response(body.length === 0 ? null : new Uint8Array(body), {
      status: answer.statusCode,
      headers: answered,
    })
  }
  const told = ({ from, path, init }: Message) => `${from} ${init.method} ${path.split('?')[0]}`

  return {
    ask: (path, init) => ask({ path, init }),
    sendOf: (from) => (path, init) =>
      new Promise((resolve, reject) => {
        messages.set(from, { from, path, init, resolve, reject })
        awaited.get(from)?.()
        awaited.delete(from)
      }),
    waiting: () => [...messages.keys()].toSorted((a, b) => a - b),
    blocked: (from) => (messages.has(from) ? Promise.resolve() : new Promise((resolve) => awaited.set(from, resolve))),
    async decide(from, fate, andAgain) {
      const message = messages.get(from)
      if (message === undefined) throw new Error(`tablet ${from} asks nothing`)
      messages.delete(from)
      if (andAgain) ghosts.push(message)
      if (fate === 'lostRequest') message.reject(new TypeError('fetch failed'))
      if (fate === 'portal') message.resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } }))
      if (fate === 'lostRequest' || fate === 'portal') return `${told(message)} ${fate}`
      const response = await ask(message)
      if (fate === 'lostAnswer') message.reject(new TypeError('terminated'))
      else message.resolve(fate === 'cutAnswer' ? await cut(response) : response)
      return `${told(message)} ${fate} ${response.status}`
    },
    forget(from) {
      messages.delete(from)
      awaited.delete(from)
    },
    ghosts: () => ghosts.length,
    async deliverGhost(which) {
      const [ghost] = ghosts.splice(which, 1)
      if (ghost === undefined) throw new Error('no such ghost')
      const response = await ask(ghost)
      return `ghost ${ghost.init.method} ${ghost.path.split('?')[0]} ${response.status}`
    },
  }
}

/** All of an answer, or as much as there was when the server died over it: the cut is as silent as a closed line. */
async function whatCame(answer: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of answer) pieces.push(piece as Buffer)
  } catch {
    // The rest never comes.
  }
  return Buffer.concat(pieces)
}

async function cut(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const { status, headers } = response
  if (bytes.length === 0) return new Response(null, { status, headers })
  return new Response(bytes.slice(0, Math.floor(bytes.length * cutAt)), { status, headers })
}
