// The photos of a sealed file, opened piece by piece; each goes the way of an upload from its first byte.
import type { PhotoHash } from '../../domain/ids.ts'
import { fromBase64Url } from '../../protocol/bytes.ts'
import { openSealed } from '../../protocol/sealing.ts'
import type { SealedFileLine } from '../../protocol/sealed-file.ts'
import type { TabletActor } from '../actor.ts'
import type { ServerTools } from '../tools.ts'
import { keepPhoto } from './keep-photo.ts'
import { photoProgress } from './receive-photo.ts'

type Chunk = Extract<SealedFileLine, { type: 'chunk' }>

/** Photos that came whole, and those that were damaged. A photo that is here already counts as kept. */
export async function takeSealedPhotos(
  tools: ServerTools,
  sender: TabletActor,
  key: CryptoKey,
  lines: AsyncIterable<SealedFileLine>,
): Promise<{ kept: PhotoHash[]; refused: PhotoHash[] }> {
  const kept: PhotoHash[] = []
  const refused = new Set<PhotoHash>()
  let pieces: Buffer[] = []
  let size = 0
  for await (const line of lines) {
    if (line.type !== 'chunk') continue
    if (line.index === 0) {
      pieces = []
      size = 0
    }
    const piece = line.index === pieces.length ? await openPiece(key, sender, line) : null
    size += piece?.length ?? 0
    if (piece === null || size > tools.settings.limits.photoBytes) {
      refused.add(line.sha256)
      continue
    }
    pieces.push(piece)
    if (pieces.length < line.of) continue
    if (await keepWhole(tools, sender, line.sha256, Buffer.concat(pieces))) kept.push(line.sha256)
    else refused.add(line.sha256)
    pieces = []
    size = 0
  }
  return { kept, refused: [...refused].filter((photo) => !kept.includes(photo)) }
}

async function openPiece(key: CryptoKey, sender: TabletActor, chunk: Chunk): Promise<Buffer | null> {
  const place = {
    profile: sender.profileId,
    table: 'photoChunks',
    id: `${chunk.sha256}/${chunk.index}`,
    version: chunk.version,
  }
  try {
    return Buffer.from(await openSealed(key, place, fromBase64Url(chunk.sealed)))
  } catch {
    return null
  }
}

function keepWhole(tools: ServerTools, sender: TabletActor, sha256: PhotoHash, bytes: Buffer): Promise<boolean> {
  return tools.photos.oneAtATime(sender.profileId, sha256, async () => {
    if ((await photoProgress(tools, sender, sha256)).kind === 'complete') return true
    await tools.photos.append(
      sender.profileId,
      sha256,
      0,
      (async function* () {
        yield bytes
      })(),
    )
    return (await keepPhoto(tools, sender.profileId, sha256)).kind === 'kept'
  })
}
