/** Where somebody stands in the list: the sort key of the name, then the id. */
export type ListPlace = readonly [sortKey: string, id: string]

/** Order of the list. Compared here and not by the database, whose order of texts depends on how it was set up. */
export function compareInList([aKey, aId]: ListPlace, [bKey, bId]: ListPlace): number {
  if (aKey !== bKey) return aKey < bKey ? -1 : 1
  return aId < bId ? -1 : aId > bId ? 1 : 0
}
