// The thread that reads lists. To start one and load what it reads with costs more than most files, so the last one waits a
// while for the next file; unless its file made it large, ran out of time or memory, or was left half-way: then it ends.
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ListTask } from './understand-file.ts'
import type { FromWorker, ToWorker } from './worker-words.ts'

export type ThreadLimits = {
  /** For each word that it says. */
  milliseconds: number
  heapMebibytes: number
}

/** A thread at work for one file. */
export type ListThread = {
  say: (words: ToWorker) => void
  /** What it says, one after the other; too much time or memory is something that it says too. */
  hear: () => Promise<FromWorker>
  /** To be called in any case, whatever it still works on. */
  leave: () => Promise<void>
}

type Waiting = { worker: Worker; heapMebibytes: number; end: () => void }

const waitsMs = 300_000

let waiting: Waiting | null = null

/** Has a thread begin with a file, the one that waits if there is one. */
export function beginThread(task: Omit<ListTask, 'limits'>, limits: ListTask['limits'] & ThreadLimits): ListThread {
  const worker = takeWaiting(limits.heapMebibytes) ?? startWorker(limits.heapMebibytes)
  const { hear, stop } = listenTo(worker, limits.milliseconds)
  let mayStay = false
  const say = (words: ToWorker) => worker.postMessage(words)
  say({ kind: 'task', task: { ...task, limits } })
  return {
    say,
    hear: async () => {
      const words = await hear()
      mayStay = (words.kind === 'bad' || words.kind === 'summary') && words.mayStay
      return words
    },
    leave: async () => {
      stop()
      if (mayStay && waiting === null) keep(worker, limits.heapMebibytes)
      else await worker.terminate()
    },
  }
}

function startWorker(heapMebibytes: number): Worker {
  return new Worker(new URL('./list-worker.ts', import.meta.url), {
    env: threadEnvironment(),
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes, maxYoungGenerationSizeMb: 64 },
  })
}

/** All that a thread has of the environment: where compiled code lies, if this server keeps any. */
export function threadEnvironment(): Record<string, string> {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}

function keep(worker: Worker, heapMebibytes: number): void {
  const forget = () => {
    if (waiting?.worker === worker) waiting = null
  }
  const timer = setTimeout(() => {
    forget()
    void worker.terminate()
  }, waitsMs)
  // Neither it nor its clock keeps a process alive that has nothing else to do.
  timer.unref()
  worker.unref()
  worker.once('exit', forget)
  worker.once('error', forget)
  const end = () => {
    clearTimeout(timer)
    worker.off('exit', forget)
    worker.off('error', forget)
  }
  waiting = { worker, heapMebibytes, end }
}

function takeWaiting(heapMebibytes: number): Worker | null {
  const found = waiting
  if (found === null || found.heapMebibytes !== heapMebibytes) return null
  waiting = null
  found.end()
  found.worker.ref()
  return found.worker
}

const outOfMemory = 'ERR_WORKER_OUT_OF_MEMORY'

function listenTo(worker: Worker, milliseconds: number) {
  const heard: FromWorker[] = []
  let failure: Error | null = null
  let wake = () => {}
  const listeners = {
    message: (words: FromWorker) => {
      heard.push(words)
      wake()
    },
    error: (error: Error & { code?: string }) => {
      if (error.code === outOfMemory) heard.push({ kind: 'bad', problem: 'tooLarge', mayStay: false })
      else failure = error
      wake()
    },
    exit: (code: number) => {
      failure ??= new Error(`the list worker ended with ${code} and without an answer`)
      wake()
    },
  }
  for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener)
  const stop = () => {
    for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener)
  }
  const hear = async (): Promise<FromWorker> => {
    let isLate = false
    const late = setTimeout(() => {
      isLate = true
      wake()
    }, milliseconds)
    try {
      for (;;) {
        const words = heard.shift()
        if (words !== undefined) return words
        if (failure !== null) throw failure
        if (isLate) return { kind: 'bad', problem: 'tookTooLong', mayStay: false }
        await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      clearTimeout(late)
    }
  }
  return { hear, stop }
}
