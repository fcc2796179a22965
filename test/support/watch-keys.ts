// What a page handles as a raw key, seen from outside: everything that goes through the browser's own functions for keys.
import type { BrowserContext } from 'playwright-core'

/**
 * Collects, as bytes, every raw key that a page of this browser imports or exports, and every 32 random bytes it draws.
 * Call it before the first page is opened.
 */
export async function watchKeys(context: BrowserContext): Promise<{ keys(): Uint8Array[] }> {
  const seen = new Set<string>()
  await context.exposeBinding('tellKey', (_source, hex: string) => void seen.add(hex))
  await context.addInitScript(() => {
    const tell = (bytes: ArrayBuffer | ArrayBufferView) => {
      const view = ArrayBuffer.isView(bytes)
        ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : new Uint8Array(bytes)
      const hex = Array.from(view, (byte) => byte.toString(16).padStart(2, '0')).join('')
      void (window as unknown as { tellKey(hex: string): Promise<void> }).tellKey(hex)
    }
    const { getRandomValues } = crypto
    const { importKey, exportKey } = crypto.subtle
    crypto.getRandomValues = function watched(array) {
      const filled = getRandomValues.call(this, array) as typeof array
      if (ArrayBuffer.isView(filled) && filled.byteLength === 32) tell(filled)
      return filled
    }
    Object.assign(crypto.subtle, {
      importKey(this: SubtleCrypto, ...args: unknown[]) {
        const [format, data] = args
        const d = (data as JsonWebKey | null)?.d
        if (format === 'raw' && data instanceof Object) {
          const bytes = data as ArrayBuffer | ArrayBufferView
          if (bytes.byteLength === 32) tell(bytes)
        }
        if (typeof d === 'string')
          tell(Uint8Array.from(atob(d.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)))
        return Reflect.apply(importKey, crypto.subtle, args) as Promise<CryptoKey>
      },
      async exportKey(this: SubtleCrypto, ...args: unknown[]) {
        const exported = (await Reflect.apply(exportKey, crypto.subtle, args)) as ArrayBuffer | JsonWebKey
        if (exported instanceof ArrayBuffer) {
          // Of a P-256 key in PKCS#8 the secret number stands after 36 bytes that every such key has.
          if (args[0] === 'pkcs8') tell(exported.slice(36, 68))
          else if (exported.byteLength === 32) tell(exported)
        } else if (typeof exported.d === 'string') {
          tell(
            Uint8Array.from(atob(exported.d.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)),
          )
        }
        return exported
      },
    })
  })
  // HPKE and HKDF begin with a key of zeros, which is no secret.
  const keys = () =>
    [...seen].map((hex) => new Uint8Array(Buffer.from(hex, 'hex'))).filter((key) => key.some((byte) => byte !== 0))
  return { keys }
}
