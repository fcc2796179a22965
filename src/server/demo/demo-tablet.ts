// A tablet without a screen: it makes keys, enrols, signs its records and hands them to the same actions as the wire does.
import { createHash } from 'node:crypto'
import type { CommuneCode, PhotoHash } from '../../domain/ids.ts'
import { type Envelope, envelopeHash, genesisHash, sealLink } from '../../protocol/envelope.ts'
import type { RecordPhoto } from '../../protocol/record.ts'
import { PublicKeyJwk } from '../../protocol/signing.ts'
import { acceptRecords } from '../actions/accept-records.ts'
import { enrolTablet } from '../actions/enrol-tablet.ts'
import { receivePhoto } from '../actions/receive-photo.ts'
import type { TabletActor } from '../actor.ts'
import type { ServerTools } from '../tools.ts'

export type DemoPicture = { bytes: Uint8Array; role: RecordPhoto['role']; type: 'image/jpeg' | 'image/png' }

export type DemoTablet = {
  actor: TabletActor
  /** Signs bodies as the next links of the chain and has them accepted. */
  push: (bodies: readonly object[]) => Promise<void>
  sendPhoto: (picture: DemoPicture) => Promise<void>
}

/** How a record names a picture. */
export function photoOf({ bytes, role, type }: DemoPicture): RecordPhoto {
  return { sha256: createHash('sha256').update(bytes).digest('hex') as PhotoHash, role, type, bytes: bytes.length }
}

async function* oncePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Enrols a tablet with a code from the office. */
export async function enrolDemoTablet(
  tools: ServerTools,
  code: string,
  name: string,
  communes: readonly CommuneCode[],
): Promise<DemoTablet> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = PublicKeyJwk.parse(await crypto.subtle.exportKey('jwk', keys.publicKey))
  const tablet = { name, userAgent: 'Tận Nhà, dữ liệu mẫu', screen: '1280x800' }
  const enrolled = await enrolTablet(tools, { code, publicKey, tablet, app: 'demo' })
  if (enrolled.kind !== 'enrolled') throw new Error(`the demo's tablet was not enrolled: ${enrolled.kind}`)
  const { profileId, staff } = enrolled.answer
  const actor: TabletActor = {
    kind: 'tablet',
    profileId,
    staffId: staff.id,
    role: staff.role,
    communes,
    publicKey,
    frozen: false,
  }
  let seq = 0
  let prev = await genesisHash(profileId)
  return {
    actor,
    push: async (bodies) => {
      const envelopes: Envelope[] = []
      for (const body of bodies) {
        seq += 1
        const envelope = await sealLink({ seq, prev, body: JSON.stringify(body) }, keys.privateKey)
        prev = await envelopeHash(envelope)
        envelopes.push(envelope)
      }
      const { refusal } = await acceptRecords(tools, actor, envelopes)
      if (refusal !== null) throw new Error(`the demo's records were refused: ${refusal.kind}`)
    },
    sendPhoto: async (picture) => {
      const { sha256, bytes } = photoOf(picture)
      const stored = await receivePhoto(tools, actor, {
        sha256,
        offset: 0,
        length: bytes,
        bytes: oncePiece(picture.bytes),
      })
      if (stored.kind !== 'stored') throw new Error(`the demo's picture was refused: ${stored.kind}`)
    },
  }
}
