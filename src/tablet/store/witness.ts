// What is known of a profile outside its database: that it was here, and how far its chain had come. It may lag behind the
// database; when it is ahead, the database lost its tail. The lock screen reads it first of all, with nothing else loaded.
import type { ProfileId } from '../../domain/ids.ts'
import { uuidV7 } from '../../domain/uuid.ts'
import type { StoreTools } from './store-tools.ts'

const prefix = 'tan-nha:profile:'

export type Testimony = {
  /** Seq of the last record that was known to be on the disk. */
  head: number
  staffName: string
  place: string
}

type Held = Pick<StoreTools, 'witness'>

export function readTestimony({ witness }: Held, profileId: ProfileId): Testimony | null {
  const text = quietly(() => witness.getItem(prefix + profileId))
  const read: unknown = text === null ? null : quietly(() => JSON.parse(text))
  return isTestimony(read) ? read : null
}

export function testify({ witness }: Held, profileId: ProfileId, testimony: Testimony): void {
  quietly(() => witness.setItem(prefix + profileId, JSON.stringify(testimony)))
}

/** Notes how far the chain has come; it never goes back. */
export function testifyHead(held: Held, profileId: ProfileId, head: number): void {
  const known = readTestimony(held, profileId)
  if (known && known.head < head) testify(held, profileId, { ...known, head })
}

export function forgetTestimony({ witness }: Held, profileId: ProfileId): void {
  quietly(() => witness.removeItem(prefix + profileId))
}

/** Profiles that were on this tablet as far as the witness knows. */
export function witnessedProfiles(held: Held): { profileId: ProfileId; testimony: Testimony }[] {
  const { witness } = held
  const keys = quietly(() => Array.from({ length: witness.length }, (_, index) => witness.key(index))) ?? []
  return keys.flatMap((key) => {
    const id = key?.startsWith(prefix) ? key.slice(prefix.length) : ''
    if (!uuidV7.test(id)) return []
    const profileId = id as ProfileId
    const testimony = readTestimony(held, profileId)
    return testimony ? [{ profileId, testimony }] : []
  })
}

function isTestimony(value: unknown): value is Testimony {
  if (typeof value !== 'object' || value === null) return false
  const { head, staffName, place } = value as Record<keyof Testimony, unknown>
  return Number.isInteger(head) && Number(head) >= 0 && typeof staffName === 'string' && typeof place === 'string'
}

/** A browser that forbids or has filled localStorage takes the witness away, never the work. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
