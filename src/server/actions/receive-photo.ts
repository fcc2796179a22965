// A photo comes in piece by piece; whatever was cut goes on at the offset that was reached.
import type { PhotoHash } from '../../domain/ids.ts'
import { photoTypeOf } from '../../protocol/photos.ts'
import type { TabletActor } from '../actor.ts'
import { findPhoto } from '../store/photos.ts'
import type { ServerTools } from '../tools.ts'
import { keepPhoto } from './keep-photo.ts'

/** How far the upload of a photo has come. */
export type PhotoProgress =
  { kind: 'none' } | { kind: 'partial'; offset: number } | { kind: 'complete'; offset: number }

/** Whether a photo is here, wholly or in part. */
export async function photoProgress(tools: ServerTools, actor: TabletActor, sha256: PhotoHash): Promise<PhotoProgress> {
  const photo = await findPhoto(tools.db, sha256)
  if (photo && (await tools.photos.isThere(sha256, photo.bytes))) return { kind: 'complete', offset: photo.bytes }
  const offset = await tools.photos.incomingBytes(actor.profileId, sha256)
  return offset === 0 ? { kind: 'none' } : { kind: 'partial', offset }
}

export type ReceivePhotoResult =
  | { kind: 'stored'; offset: number; complete: boolean }
  | { kind: 'wrongOffset'; offset: number }
  | { kind: 'wrongHash' }
  | { kind: 'notAPicture' }
  | { kind: 'tooLarge' }
  /** More bytes than the piece or the photo was to have. */
  | { kind: 'tooMany' }
  /** Another length than the upload's first piece said. */
  | { kind: 'otherLength' }

export type PhotoPiece = { sha256: PhotoHash; offset: number; length: number; bytes: AsyncIterable<Uint8Array> }

const headBytes = 12

/**
 * Appends a piece; what it answers is on disk. Pieces of one upload come one after the other.
 * Rejects when the line breaks; the bytes until then stay.
 */
export async function receivePhoto(
  tools: ServerTools,
  actor: TabletActor,
  piece: PhotoPiece,
): Promise<ReceivePhotoResult> {
  if (piece.length > tools.settings.limits.photoBytes) return { kind: 'tooLarge' }
  return tools.photos.oneAtATime(actor.profileId, piece.sha256, async () => {
    const before = await photoProgress(tools, actor, piece.sha256)
    if (before.kind === 'complete') return { kind: 'stored', offset: before.offset, complete: true }
    const have = before.kind === 'partial' ? before.offset : 0
    const announced = have === 0 ? null : await tools.photos.announcedBytes(actor.profileId, piece.sha256)
    if (announced !== null && announced !== piece.length) return { kind: 'otherLength' }
    // All had come when the server stopped, and only the last step is missing.
    if (have === piece.length) return finish(tools, actor, piece)
    if (piece.offset !== have) return { kind: 'wrongOffset', offset: have }
    return append(tools, actor, piece)
  })
}

async function append(tools: ServerTools, actor: TabletActor, piece: PhotoPiece): Promise<ReceivePhotoResult> {
  const { sha256, offset, length } = piece
  const { profileId } = actor
  const watched = watch(piece, tools.settings.limits.photoBytes)
  let reached = offset
  try {
    reached = await tools.photos.append(profileId, sha256, offset, watched.bytes)
  } finally {
    // Also of a piece that was cut: the rest of it is to fit.
    if (offset === 0 && reached !== length) await tools.photos.announce(profileId, sha256, length)
  }
  const refusal = watched.refusal()
  if (refusal !== null) {
    // A piece that is refused takes nothing along of what was there before it.
    if (offset === 0) await tools.photos.discard(profileId, sha256)
    else await tools.photos.cutBack(profileId, sha256, offset)
    return { kind: refusal }
  }
  if (reached === length) return finish(tools, actor, piece)
  return { kind: 'stored', offset: reached, complete: false }
}

/**
 * Lets bytes through as long as they may be a picture and are not too many. What comes after that is read and dropped up
 * to `most`: a sender that is cut off in the middle of its body does not hear the answer.
 */
function watch({ bytes, offset, length }: PhotoPiece, most: number) {
  let refusal: 'notAPicture' | 'tooMany' | null = null
  let position = offset
  let head = new Uint8Array(0)
  async function* pass() {
    for await (const chunk of bytes) {
      position += chunk.length
      if (position > length) refusal ??= 'tooMany'
      if (offset === 0 && head.length < headBytes) {
        head = new Uint8Array([...head, ...chunk.subarray(0, headBytes)])
        if (head.length >= headBytes && photoTypeOf(head) === null) refusal ??= 'notAPicture'
      }
      if (position > offset + most) return
      if (refusal === null) yield chunk
    }
  }
  return { bytes: pass(), refusal: () => refusal }
}

async function finish(tools: ServerTools, actor: TabletActor, piece: PhotoPiece): Promise<ReceivePhotoResult> {
  const result = await keepPhoto(tools, actor.profileId, piece.sha256)
  return result.kind === 'kept' ? { kind: 'stored', offset: piece.length, complete: true } : result
}
