// What a browser must have for records to be safe on it. Asked by name, never by the browser's version.

type Asked = Pick<
  Window & typeof globalThis,
  | 'isSecureContext'
  | 'indexedDB'
  | 'crypto'
  | 'localStorage'
  | 'navigator'
  | 'CompressionStream'
  | 'Worker'
  | 'WebAssembly'
>

/** Names of what is missing, as they can be read to the office; empty for a browser that will do. */
export function missingFeatures(window: Asked): string[] {
  const needed: Record<string, () => unknown> = {
    https: () => window.isSecureContext,
    IndexedDB: () => window.indexedDB,
    'Web Crypto': () => window.crypto.subtle,
    localStorage: () => window.localStorage,
    'Web Locks': () => window.navigator.locks,
    'Storage API': () => window.navigator.storage,
    'Compression Streams': () => window.CompressionStream,
    'Web Workers': () => window.Worker,
    WebAssembly: () => window.WebAssembly,
  }
  return Object.entries(needed)
    .filter(([, isThere]) => !isPresent(isThere))
    .map(([name]) => name)
}

function isPresent(look: () => unknown): boolean {
  try {
    return Boolean(look())
  } catch {
    // A browser that forbids storage throws on the mere look at it.
    return false
  }
}
