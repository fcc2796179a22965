// Colours of a review's state; the word beside them says the same.
import type { ReviewState } from '../../domain/review.ts'

export const toneOfReview = {
  new: 'info',
  accepted: 'good',
  needsPapers: 'warn',
  rejected: 'bad',
} as const satisfies Record<ReviewState, string>
