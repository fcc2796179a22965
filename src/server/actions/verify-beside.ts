// Signatures of many links are looked at in threads of their own, one fewer than there are cores: a thread gets as much of a core
// as any other, and four of the pool leave a fifth to the one that answers.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PublicKeyJwk } from '../../protocol/signing.ts'
import { threadEnvironment } from '../list-reading/list-thread.ts'

/** @property ends where each link ends in `bytes`; the next one begins there. */
export type SignatureTask = {
  id: number
  key: PublicKeyJwk
  bytes: Uint8Array<ArrayBuffer>
  ends: readonly number[]
  signatures: readonly string[]
}

export type SignatureAnswer = { id: number; signed: boolean[] }

type Waiting = { resolve: (signed: boolean[]) => void; reject: (error: Error) => void }

type Thread = { worker: Worker; waiting: Map<number, Waiting> }

const mostThreads = Math.max(1, Math.min(4, availableParallelism() - 1))
const threads: Thread[] = []
let lastId = 0

/** Which of the links carry the signature of the key. */
export function verifyBeside(task: Omit<SignatureTask, 'id'>): Promise<boolean[]> {
  const { worker, waiting } = leastBusy()
  const id = (lastId += 1)
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) worker.ref()
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, ...task } satisfies SignatureTask, [task.bytes.buffer])
  })
}

function leastBusy(): Thread {
  const [least] = threads.toSorted((a, b) => a.waiting.size - b.waiting.size)
  return least !== undefined && (least.waiting.size === 0 || threads.length >= mostThreads) ? least : startThread()
}

function startThread(): Thread {
  const worker = new Worker(new URL('./signature-worker.ts', import.meta.url), { env: threadEnvironment() })
  const thread: Thread = { worker, waiting: new Map() }
  threads.push(thread)
  worker.on('message', ({ id, signed }: SignatureAnswer) => {
    thread.waiting.get(id)?.resolve(signed)
    thread.waiting.delete(id)
    // It keeps no process alive that has nothing else to do.
    if (thread.waiting.size === 0) worker.unref()
  })
  const end = (error: Error) => {
    if (threads.includes(thread)) threads.splice(threads.indexOf(thread), 1)
    for (const { reject } of thread.waiting.values()) reject(error)
    thread.waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`the thread for signatures ended with ${code}`)))
  worker.unref()
  return thread
}

/** Has a thread ready before the first push comes: to start one takes longer than to look at a hundred signatures. */
export function getReadyToVerify(): void {
  if (threads.length === 0) startThread()
}
