// The thread's side: signatures of many links, one after the other.
import { verify } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { derOf, keyOf } from './signature.ts'
import type { SignatureAnswer, SignatureTask } from './verify-beside.ts'

const port = parentPort
if (port === null) throw new Error('this runs as a worker')

port.on('message', ({ id, key, bytes, ends, signatures }: SignatureTask) => {
  const ready = keyOf(key)
  const signed = signatures.map((signature, index) => {
    const der = derOf(signature)
    return der !== null && verify('sha256', bytes.subarray(ends[index - 1] ?? 0, ends[index]), ready, der)
  })
  port.postMessage({ id, signed } satisfies SignatureAnswer)
})
