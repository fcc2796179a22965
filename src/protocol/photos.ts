// HEAD and PATCH /photos/{sha256}: content-addressed, resumable by offset.

export const uploadOffsetHeader = 'upload-offset'
export const uploadLengthHeader = 'upload-length'
/** Structured-field boolean: `?1` when the photo is whole. */
export const uploadCompleteHeader = 'upload-complete'
export const photoChunkMediaType = 'application/offset+octet-stream'

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp'

/** The type of a picture by its magic bytes (at least the first 12), or null for anything else. */
export function photoTypeOf(head: Uint8Array): PhotoType | null {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  const webp = starts(0x52, 0x49, 0x46, 0x46) && [0x57, 0x45, 0x42, 0x50].every((byte, i) => head[8 + i] === byte)
  return webp ? 'image/webp' : null
}
