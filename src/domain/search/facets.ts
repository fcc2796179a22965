// What a list is narrowed to: a hamlet, a programme, a state. Each person has any number of values of each; the few sets of
// values that occur are numbered, so that narrowing and counting are a look into a table.

/** How the values of one facet are read from a person. A single value needs no list around it. */
export type Facet<P> = (person: P) => string | readonly string[]

/** Facets by their names. */
export type Facets<P, Name extends string> = Readonly<Record<Name, Facet<P>>>

/** The values asked for; a facet that is not named, or is empty, narrows nothing. */
export type Narrowing<Name extends string> = Readonly<Partial<Record<Name, string>>>

/** For each facet how many people have each value: those who answer what was typed and every other facet's narrowing. */
export type FacetCounts<Name extends string> = Readonly<Record<Name, ReadonlyMap<string, number>>>

/** The sets of values that occur in one facet, numbered from 0. */
export type ValueSets = {
  readonly size: () => number
  enter: (values: string | readonly string[]) => number
  valuesOf: (set: number) => readonly string[]
  /** All sets, by their numbers. */
  all: () => readonly (readonly string[])[]
  /** For each set whether it holds the value: 1 or 0. */
  having: (value: string) => Uint8Array
}

const between = '\u0000'

/** Starts an empty collection of sets of values. */
export function startValueSets(): ValueSets {
  const sets: (readonly string[])[] = []
  const single = new Map<string, number>()
  const several = new Map<string, number>()

  function enterNew(known: Map<string, number>, key: string, values: readonly string[]): number {
    known.set(key, sets.length)
    return sets.push(values) - 1
  }

  return {
    size: () => sets.length,
    enter(values) {
      const one = typeof values === 'string' ? values : values.length === 1 ? values[0] : undefined
      if (one !== undefined) return single.get(one) ?? enterNew(single, one, [one])
      const all = values as readonly string[]
      const key = all.join(between)
      return several.get(key) ?? enterNew(several, key, [...new Set(all)])
    },
    valuesOf: (set) => sets[set] ?? [],
    all: () => sets,
    having: (value) => Uint8Array.from(sets, (values) => (values.includes(value) ? 1 : 0)),
  }
}

/** Counts by value, from counts by set of values. */
export function countsByValue(sets: ValueSets, countOfSet: Uint32Array): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [set, count] of countOfSet.entries()) {
    if (count === 0) continue
    for (const value of sets.valuesOf(set)) counts.set(value, (counts.get(value) ?? 0) + count)
  }
  return counts
}
