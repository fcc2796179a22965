// What the list is narrowed to, as tokens beside those of the search.
import type { EntitlementState, Programme } from '../../../domain/entitlement.ts'
import type { PaymentKind } from '../../../domain/payment-method.ts'
import type { ReviewState } from '../../../domain/review.ts'

/** What somebody is filed under beside what can be typed. `none`: nobody has registered the person yet. */
export type PersonFacets = {
  hamlet: string | null
  programmes: readonly Programme[]
  method: PaymentKind | 'unknown'
  entitlements: readonly EntitlementState[]
  review: ReviewState | 'none'
}

/** Names of the facets, each with the letters that its tokens begin with. */
export const facetLetters = { hamlet: 'fh', programme: 'fp', method: 'fm', state: 'fs' } as const
export type FacetName = keyof typeof facetLetters

/** The token of one value of a facet. */
export function facetToken(facet: FacetName, value: string): string {
  return facetLetters[facet] + value
}

/** Every token of a person's facets. The states of benefits and of the registration are one facet: no two share a name. */
export function facetTokens({ hamlet, programmes, method, entitlements, review }: PersonFacets): string[] {
  return [
    facetToken('hamlet', hamlet ?? ''),
    ...programmes.map((programme) => facetToken('programme', programme)),
    facetToken('method', method),
    ...entitlements.map((state) => facetToken('state', state)),
    facetToken('state', review),
  ]
}
