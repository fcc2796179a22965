// Tables by which the office searches the list. They say nothing that the list does not: they can be made again from it.
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'

/** Who was changed since the last filing. Such people are asked one by one, and what is filed of them does not count. */
export type SearchRecentTable = { commune: CommuneCode; id: BeneficiaryId }

/** Some thousands of people of a commune, numbered by their order in the list. A block is written once. */
export type SearchBlockTable = {
  commune: CommuneCode
  /** A larger number is a later block. */
  block: number
  size: number
  /** A bit for each place, the lowest first: 0 once that person was filed elsewhere or left. */
  alive: Uint8Array
}

export type SearchPlaceTable = { commune: CommuneCode; id: BeneficiaryId; block: number; place: number }

export type SearchPostingTable = {
  commune: CommuneCode
  /** UTF-8 of a token of domain/search/search-tokens, or of a facet; as bytes, for every database orders those alike. */
  token: Uint8Array
  block: number
  /** See search/places. */
  places: Uint8Array
}
