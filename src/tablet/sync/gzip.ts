// Request bodies travel compressed where that pays.
import type { Bytes } from '../../protocol/bytes.ts'

/** gzip of the bytes, by the platform's own CompressionStream. */
export async function gzip(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
