// Derives the key that a PIN stands for, away from the screen: half a second of work over 64 MiB.
import { argon2id } from 'hash-wasm'

export type DeriveKeyRequest = {
  pin: string
  salt: Uint8Array<ArrayBuffer>
  cost: { memoryKiB: number; iterations: number }
}

addEventListener('message', (event: MessageEvent<DeriveKeyRequest>) => {
  const { pin, salt, cost } = event.data
  void argon2id({
    password: pin.normalize('NFC'),
    salt,
    parallelism: 1,
    iterations: cost.iterations,
    memorySize: cost.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  }).then((key) => postMessage(key))
})
