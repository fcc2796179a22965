// A real tablet without a browser: the real store on fake-indexeddb, the real actions, the real sync. What the browser
// would give (storage, locks, network, clocks) is handed in.
import { createHash } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { v7 } from 'uuid'
import type { CommuneCode, ProfileId } from '../../src/domain/ids.ts'
import type { RecordPhoto } from '../../src/protocol/record.ts'
import { addPhoto } from '../../src/tablet/actions/add-photo.ts'
import { enrolTablet } from '../../src/tablet/actions/enrol-tablet.ts'
import { saveRecord } from '../../src/tablet/actions/save-record.ts'
import type { Session, Tools } from '../../src/tablet/actions/session.ts'
import { unlockVault } from '../../src/tablet/actions/unlock-vault.ts'
import { madeUpPhoto, registrationData } from './test-tablet.ts'
import type { VirtualTime } from './virtual-time.ts'

export const pin = '482915'

export type NodeTools = Tools & { witnessed: Map<string, string> }

/** Tools of one tablet. A second call with the first one's `indexedDB` and `witness` is a second tab, or the same one after a restart. */
export function nodeTools(
  send: Tools['send'],
  given: Partial<Tools> & { time?: VirtualTime; witnessed?: Map<string, string> } = {},
): NodeTools {
  const { time, witnessed = new Map<string, string>(), ...more } = given
  return {
    now: time?.now ?? (() => Date.now()),
    uptime: time?.uptime ?? (() => performance.now()),
    newId: () => v7(),
    instance: v7(),
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    witness: storageOver(witnessed),
    witnessed,
    roomFor: () => Promise.resolve(true),
    // The real derivation takes half a second on purpose; what is tested here starts behind the PIN.
    deriveKey: (text, salt) => Promise.resolve(new Uint8Array(createHash('sha256').update(text).update(salt).digest())),
    send,
    locks: navigator.locks,
    storage: {
      persist: () => Promise.resolve(true),
      persisted: () => Promise.resolve(true),
      estimate: () => Promise.resolve({ usage: 1_000, quota: 1_000_000 }),
    },
    app: 'test',
    tablet: { name: 'Máy thử', userAgent: 'node', screen: '800x1280' },
    ...more,
  }
}

function storageOver(map: Map<string, string>): Tools['witness'] {
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size
    },
  }
}

/** Enrols with a code. @throws when that does not succeed. */
export async function enrolled(tools: Tools, code: string): Promise<Session> {
  const result = await enrolTablet(tools, { code, pin })
  if (result.kind !== 'enrolled') throw new Error(`enrolment ended in ${result.kind}`)
  return result.session
}

/** Opens a profile again, as after a restart of the app. @throws when that does not succeed. */
export async function unlocked(tools: Tools, profileId: ProfileId): Promise<Session> {
  const result = await unlockVault(tools, profileId, pin)
  if (result.kind !== 'unlocked') throw new Error(`unlocking ended in ${result.kind}`)
  return result.session
}

let people = 0

/** Saves a registration of somebody new, with photos of so many bytes each. @throws when it is not saved. */
export async function register(
  session: Session,
  photoBytes: readonly number[] = [],
  changed: { commune?: CommuneCode; data?: unknown } = {},
): Promise<{ id: string; seq: number; photos: RecordPhoto[] }> {
  people += 1
  const photos: RecordPhoto[] = []
  const draftId = v7()
  for (const bytes of photoBytes) {
    const added = await addPhoto(session, draftId, {
      role: 'person',
      bytes: new Uint8Array(madeUpPhoto(bytes)),
      type: 'image/jpeg',
    })
    if (added.kind !== 'added') throw new Error(`the photo ended in ${added.kind}`)
    photos.push(added.photo)
  }
  const saved = await saveRecord(session, {
    kind: 'registration',
    v: 1,
    commune: changed.commune ?? (session.communes[0]?.code as CommuneCode),
    subject: null,
    photos,
    data: changed.data ?? registrationData({ name: `Nguyễn Văn Thử ${people}` }),
    draftId,
  })
  if (saved.kind !== 'saved') throw new Error(`saving ended in ${saved.kind}`)
  return { id: saved.id, seq: saved.seq, photos }
}
