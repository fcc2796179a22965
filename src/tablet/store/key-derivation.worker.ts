// Argon2id away from the screen's thread: it takes about a second and 64 MiB.
import { argon2id } from 'hash-wasm'
import type { KeyCost } from './store-tools.ts'

type Order = { pin: string; salt: Uint8Array; cost: KeyCost }

self.onmessage = async ({ data: { pin, salt, cost } }: MessageEvent<Order>) => {
  const key = await argon2id({
    password: pin,
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
  self.postMessage(key)
}
