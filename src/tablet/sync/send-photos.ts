// Step: photos, piece by piece, the oldest record's first. Whatever goes wrong with one photo never stops the next.
import type { PhotoHash } from '../../domain/ids.ts'
import { sha256, toHex, concatBytes, type Bytes } from '../../protocol/bytes.ts'
import {
  photoChunkMediaType,
  uploadCompleteHeader,
  uploadLengthHeader,
  uploadOffsetHeader,
} from '../../protocol/photos.ts'
import {
  notePhotoComplete,
  notePhotoLost,
  notePhotoProgress,
  photosToSend,
  readPhotoPiece,
  type WaitingPhoto,
} from '../store/photo-queue.ts'
import { noteUploading, readUploading } from '../store/sync-notes.ts'
import { ask, type NoConnection, type ProblemAnswer } from './ask-server.ts'
import { isInterrupted, type Run } from './run.ts'
import { type Stop, stopFor } from './stop.ts'

const smallestPhotoBytes = 4 * 1024
/** How often one photo may be told another offset or hash in one run. */
const mostTurns = 6

type PhotoEnd = 'complete' | 'lost' | { kind: 'later'; stop: Stop } | { kind: 'stop'; stop: Stop }

/**
 * Sends photos until none is left.
 * @param hasRecords whether a record was saved meanwhile: records go first.
 * @returns `recordsFirst` when the run should turn back to the records.
 */
export async function sendPhotos(
  run: Run,
  hasRecords: () => Promise<boolean>,
): Promise<Stop | { kind: 'done' } | { kind: 'recordsFirst' }> {
  let postponed: Stop | null = null
  const interruptedUpload = await readUploading(run.store)
  if (interruptedUpload !== null) run.memory.unsure.add(interruptedUpload)
  for (const photo of await photosToSend(run.store)) {
    if (isInterrupted(run)) return { kind: 'interrupted' }
    if (await hasRecords()) return { kind: 'recordsFirst' }
    const end = await sendPhoto(run, photo)
    if (typeof end !== 'object') continue
    if (end.kind === 'stop') return end.stop
    // A server that fails over one photo may take the next; one that fails over two is not asked for two hundred.
    if (postponed?.kind === 'serverFailing' && end.stop.kind === 'serverFailing') return end.stop
    postponed = end.stop
  }
  return postponed ?? { kind: 'done' }
}

async function sendPhoto(run: Run, photo: WaitingPhoto): Promise<PhotoEnd> {
  let offset = photo.sent
  if (run.memory.unsure.has(photo.sha256)) {
    const known = await askOffset(run, photo)
    if (typeof known !== 'number') return end(run, known)
    if (known > offset) run.tell({ step: 'sent', things: 0, bytes: known - offset })
    offset = known
    await notePhotoProgress(run.store, photo.sha256, offset)
  }
  // Written down before the first byte goes: an app that is killed in the middle asks first when it comes back.
  await noteUploading(run.store, photo.sha256)
  for (let turns = 0; offset < photo.bytes;) {
    if (isInterrupted(run)) return { kind: 'stop', stop: { kind: 'interrupted' } }
    const most = Math.min(run.memory.mostPhotoBytes, photo.bytes - offset)
    const piece = await readPhotoPiece(run.store, photo.sha256, offset, run.line.pace.piece(most))
    if (piece === null || piece.length === 0) return lose(run, photo)
    const answer = await ask(run.line, patch(photo, offset, piece))
    if (answer.kind === 'answer') {
      run.tell({ step: 'heard', serverTime: answer.serverDate })
      run.memory.unsure.delete(photo.sha256)
      const reached = offsetIn(answer.headers, photo)
      if (reached === null || reached <= offset)
        return end(run, { kind: 'noConnection', why: 'notOurs', retryAfterMs: null })
      run.tell({ step: 'sent', things: 0, bytes: reached - offset })
      offset = reached
      if (offset < photo.bytes) await notePhotoProgress(run.store, photo.sha256, offset)
      continue
    }
    turns += 1
    const next = await afterRefusal(run, photo, answer, piece.length, turns)
    if (typeof next !== 'number') return next
    offset = next
  }
  await notePhotoComplete(run.store, photo.sha256)
  run.tell({ step: 'sent', things: 1, bytes: 0 })
  return 'complete'
}

/** Where to go on after a refusal, or how this photo ends for now. */
async function afterRefusal(
  run: Run,
  photo: WaitingPhoto,
  answer: ProblemAnswer | NoConnection,
  pieceBytes: number,
  turns: number,
): Promise<number | PhotoEnd> {
  if (answer.kind === 'noConnection') run.memory.unsure.add(photo.sha256)
  if (answer.kind === 'noConnection' || turns > mostTurns) return end(run, answer)
  switch (answer.code) {
    case 'wrong_offset': {
      const right = offsetIn(answer.headers, photo) ?? (await askOffset(run, photo))
      if (typeof right !== 'number') return end(run, right)
      await notePhotoProgress(run.store, photo.sha256, right)
      return right
    }
    case 'wrong_hash':
      // Damaged here for good, or only on the way? Our own bytes say which.
      if (!(await isWhole(run, photo))) return lose(run, photo)
      await notePhotoProgress(run.store, photo.sha256, 0)
      return turns > 2 ? end(run, answer) : 0
    case 'unsupported_media':
      return lose(run, photo)
    case 'too_large':
      if (pieceBytes <= smallestPhotoBytes) return end(run, answer)
      run.memory.mostPhotoBytes = Math.max(smallestPhotoBytes, Math.floor(pieceBytes / 2))
      run.memory.unsure.add(photo.sha256)
      return (await askOffsetOrZero(run, photo)) ?? end(run, answer)
    default:
      return end(run, answer)
  }
}

/** A problem of this photo alone lets the others go on; one of the line or the profile ends the run. */
function end(run: Run, answer: ProblemAnswer | NoConnection): PhotoEnd {
  if (isInterrupted(run)) return { kind: 'stop', stop: { kind: 'interrupted' } }
  const stop = stopFor(answer)
  return stop.kind === 'refused' || stop.kind === 'serverFailing' ? { kind: 'later', stop } : { kind: 'stop', stop }
}

async function lose(run: Run, photo: WaitingPhoto): Promise<PhotoEnd> {
  await notePhotoLost(run.store, photo.sha256)
  return 'lost'
}

function patch(photo: WaitingPhoto, offset: number, body: Bytes) {
  const headers = {
    'content-type': photoChunkMediaType,
    [uploadOffsetHeader]: String(offset),
    [uploadLengthHeader]: String(photo.bytes),
  }
  return { method: 'PATCH' as const, path: `/photos/${photo.sha256}`, headers, body }
}

/** How much the server has: asked only when an answer was lost. */
async function askOffset(run: Run, photo: WaitingPhoto): Promise<number | ProblemAnswer | NoConnection> {
  const answer = await ask(run.line, { method: 'HEAD', path: `/photos/${photo.sha256}` })
  if (answer.kind === 'problem' && answer.status === 404) return 0
  if (answer.kind !== 'answer') return answer
  run.memory.unsure.delete(photo.sha256)
  return offsetIn(answer.headers, photo) ?? { kind: 'noConnection', why: 'notOurs', retryAfterMs: null }
}

async function askOffsetOrZero(run: Run, photo: WaitingPhoto): Promise<number | null> {
  const offset = await askOffset(run, photo)
  return typeof offset === 'number' ? offset : null
}

function offsetIn(headers: Headers, photo: WaitingPhoto): number | null {
  if (headers.get(uploadCompleteHeader) === '?1') return photo.bytes
  const text = headers.get(uploadOffsetHeader)
  if (text === null || !/^\d{1,10}$/.test(text)) return null
  const offset = Number(text)
  return offset <= photo.bytes ? offset : null
}

async function isWhole(run: Run, photo: WaitingPhoto): Promise<boolean> {
  const pieces: Bytes[] = []
  for (let offset = 0; offset < photo.bytes;) {
    const piece = await readPhotoPiece(run.store, photo.sha256, offset, photo.bytes - offset)
    if (piece === null || piece.length === 0) return false
    pieces.push(piece)
    offset += piece.length
  }
  return (toHex(await sha256(concatBytes(...pieces))) as PhotoHash) === photo.sha256
}
