// What is known of a profile outside its database: that it was here, and how far its chain had come. It may lag behind the
// database; when it is ahead, the database lost its tail.
import { z } from 'zod'
import { ProfileId } from '../../domain/ids.ts'
import type { StoreTools } from './store-tools.ts'

const prefix = 'tan-nha:profile:'

const Testimony = z.object({
  /** Seq of the last record that was known to be on the disk. */
  head: z.number().int().nonnegative(),
  staffName: z.string(),
  place: z.string(),
})
export type Testimony = z.infer<typeof Testimony>

type Held = Pick<StoreTools, 'witness'>

export function readTestimony({ witness }: Held, profileId: ProfileId): Testimony | null {
  const text = quietly(() => witness.getItem(prefix + profileId))
  const read = text === null ? null : Testimony.safeParse(quietly(() => JSON.parse(text)))
  return read?.success ? read.data : null
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
    const id = key?.startsWith(prefix) ? ProfileId.safeParse(key.slice(prefix.length)) : null
    const testimony = id?.success ? readTestimony(held, id.data) : null
    return id?.success && testimony ? [{ profileId: id.data, testimony }] : []
  })
}

/** A browser that forbids or has filled localStorage takes the witness away, never the work. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
