/** The most that the browser makes at once. */
const atOnce = 65_536

/** So many bytes that no disk can store as less: they are random. */
export function incompressible(bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes)
  for (let start = 0; start < bytes; start += atOnce) crypto.getRandomValues(all.subarray(start, start + atOnce))
  return all
}
