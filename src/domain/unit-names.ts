// Communes as people write them: `P. Hưng Lợi`, `phường Tân An, quận Ninh Kiều`, with the names of today or of before.
import { type Division, divisionOfToday, divisions, type Kin, type Unit, whatBecameOf } from './division.ts'
import { searchKey } from './person-name.ts'

/** A unit of an earlier division that was named, and what it is today. */
export type FormerUnit = { unit: Unit; division: Division; became: readonly Kin[] }

/** What a name means: a unit of today, one that is gone (or whose name went to another), or none of ours. */
export type NamedUnit = { kind: 'today'; unit: Unit } | ({ kind: 'former' } & FormerUnit) | { kind: 'unknown' }

const kinds: readonly (readonly [kind: string, spellings: string])[] = [
  ['phuong', 'phuong|p'],
  ['xa', 'xa|x'],
  ['thi tran', 'thi tran|tt'],
]
const districtKinds = /^(?:quan|huyen|q|h)(?:\.\s*|\s+)/
const city = /\bcan tho\b/

/** `phuong hung loi` of any way to write it; the bare name where no kind stands in front. */
function keyOf(text: string): string {
  const key = searchKey(text)
  for (const [kind, spellings] of kinds) {
    const match = new RegExp(`^(?:${spellings})(?:\\.\\s*|\\s+)(.+)$`).exec(key)
    if (match) return `${kind} ${match[1] ?? ''}`
  }
  return key
}

const bareKeyOf = (unit: Unit) => searchKey(unit.name).replace(/^(?:phuong|xa|thi tran) /, '')
const districtKeyOf = (text: string) => searchKey(text).replace(districtKinds, '')

type Entry = { unit: Unit; division: Division; key: string; bareKey: string; districtKey: string | null }

// The newest division first: what stayed as it was is found as it is today.
const entries: readonly Entry[] = divisions.toReversed().flatMap((division) =>
  [...division.units.values()].map((unit) => ({
    unit,
    division,
    key: searchKey(unit.name),
    bareKey: bareKeyOf(unit),
    districtKey: unit.district === null ? null : districtKeyOf(unit.district),
  })),
)
const districtKeys = new Set(entries.flatMap(({ districtKey }) => districtKey ?? []))

function entryNamed(text: string, districtKey: string | null): Entry | null {
  const key = keyOf(text)
  const named = entries.filter((entry) => entry.key === key || entry.bareKey === key)
  // Whoever names a district speaks of the time when there were districts.
  const fitting = districtKey === null ? named : named.filter((entry) => entry.districtKey === districtKey)
  const [first] = fitting
  if (first === undefined) return null
  // A bare name that two kinds of one division share (`Thạnh An`, a commune and a township) settles nothing.
  const rivals = fitting.filter((entry) => entry.division === first.division && entry.unit.code !== first.unit.code)
  return rivals.length === 0 ? first : null
}

function meaningOf(entry: Entry | null): NamedUnit {
  if (entry === null) return { kind: 'unknown' }
  const { unit, division } = entry
  if (division === divisionOfToday) return { kind: 'today', unit }
  return { kind: 'former', unit, division, became: whatBecameOf(unit.code, division) }
}

function partsOf(text: string): string[] {
  return text
    .split(/[,;]|\s[-–]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The name of a commune alone, as a column of a list holds it; a district or the city may stand behind it. */
export function readUnitName(text: string): NamedUnit {
  const [name, ...rest] = partsOf(text)
  if (name === undefined) return { kind: 'unknown' }
  const district = rest.map(districtKeyOf).find((key) => districtKeys.has(key)) ?? null
  return meaningOf(entryNamed(name, district))
}

/**
 * The unit that an address names, as on a card. Only names with `phường`, `xã` or `thị trấn` in front count, and only
 * where what follows them is a district of ours, the city, or nothing.
 */
export function unitInAddress(address: string): NamedUnit {
  const parts = partsOf(address)
  for (const [index, part] of parts.entries()) {
    if (!/^(?:phuong|p|xa|x|thi tran|tt)(?:\.|\s)/.test(searchKey(part))) continue
    const rest = parts.slice(index + 1)
    const district = rest.map(districtKeyOf).find((key) => districtKeys.has(key)) ?? null
    if (rest.length > 0 && district === null && !rest.some((each) => city.test(searchKey(each)))) continue
    const meaning = meaningOf(entryNamed(part, district))
    if (meaning.kind !== 'unknown') return meaning
  }
  return { kind: 'unknown' }
}
