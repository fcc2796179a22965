// What becomes of a registration at the office.
import { z } from 'zod'

export const ReviewState = z.enum(['new', 'accepted', 'needsPapers', 'rejected'])
export type ReviewState = z.infer<typeof ReviewState>

/** A decided registration stays decided until a later record amends it; asking for papers can be decided again. */
export const nextStates: Record<ReviewState, readonly ReviewState[]> = {
  new: ['accepted', 'needsPapers', 'rejected'],
  needsPapers: ['accepted', 'needsPapers', 'rejected'],
  accepted: [],
  rejected: [],
}
