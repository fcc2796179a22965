// Counts and bytes as they are written here: dots between thousands, a comma before decimals.

/** `12.345`. */
export function formatCount(count: number): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
}

/** `640 B`, `217 KB`, `1,2 MB`, `3,4 GB` (1 KB = 1.000 bytes, as browsers and storage boxes count). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  const [unit, name] = bytes < 999_950_000 ? [1e6, 'MB'] : [1e9, 'GB']
  return `${(bytes / unit).toFixed(1).replace('.', ',')} ${name}`
}
