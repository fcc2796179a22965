// GET /office/overview: where the work stands, in numbers only, so that an observer may read it.
import { z } from 'zod'
import { CommuneCode, ProfileId } from '../../domain/ids.ts'
import { ReviewState } from '../../domain/review.ts'

const count = z.number().int().nonnegative()

/** It is of the whole scope, and takes no word that would narrow it. */
export const OverviewQuery = z.strictObject({})

export const Overview = z.object({
  /** Beneficiaries on the list, in scope. */
  people: count,
  registrations: z.record(ReviewState, count),
  byCommune: z.array(
    z.object({ commune: CommuneCode, name: z.string(), people: count, registrations: z.record(ReviewState, count) }),
  ),
  /** Records that arrived on each of the last fourteen days, oldest first; `day` as `YYYY-MM-DD` in Viet Nam. */
  arrivals: z.array(z.object({ day: z.string(), records: count })),
  quarantined: count,
  /** Registrations that wait for at least one photo. */
  photosMissing: count,
  frozenTablets: count,
  recoveriesWaiting: count,
  /** Active tablets that have not been heard from for longer than the server's setting. */
  silentTablets: z.array(
    z.object({
      profileId: ProfileId,
      staffName: z.string(),
      lastContact: z.string().nullable(),
      recordsWaiting: count.nullable(),
    }),
  ),
  silentAfterDays: count,
})
export type Overview = z.infer<typeof Overview>
