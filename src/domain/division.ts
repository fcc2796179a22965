// The administrative divisions of Can Tho as dated data: which communes there were when, and what became of each. A code
// alone says nothing: 31147 was Hưng Lợi until June 2025 and is Tân An since.
import type { CalendarDate } from './calendar-date.ts'
import { changes2024, changes2025, type UnitChange } from './code-lists/commune-changes.ts'
import { districts2023 } from './code-lists/communes-2023.ts'
import { communes2025 } from './code-lists/communes-2025.ts'
import type { CommuneCode } from './ids.ts'

/** `district` is null since districts ended. */
export type Unit = { code: CommuneCode; name: string; district: string | null }

export type Division = {
  id: '2023' | '2024' | '2025'
  /** The days it was in force, both included; null: before our data begins, until further notice. */
  from: CalendarDate | null
  until: CalendarDate | null
  units: ReadonlyMap<CommuneCode, Unit>
}

const unitsOf2023: readonly Unit[] = districts2023.flatMap(({ name: district, units }) =>
  units.map(([code, name]) => ({ code: code as CommuneCode, name, district })),
)
const joinedIn2024 = new Set(changes2024.map(([before]) => before))

function division(id: Division['id'], from: string | null, until: string | null, units: readonly Unit[]): Division {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  return { id, from: from as CalendarDate | null, until: until as CalendarDate | null, units: byCode }
}

/** The oldest first. Before 2025 the city was smaller: units of Hậu Giang and Sóc Trăng are known only as they are today. */
export const divisions: readonly [Division, Division, Division] = [
  division('2023', null, '2024-10-31', unitsOf2023),
  division(
    '2024',
    '2024-11-01',
    '2025-06-30',
    unitsOf2023.filter(({ code }) => !joinedIn2024.has(code)),
  ),
  division(
    '2025',
    '2025-07-01',
    null,
    [...communes2025].map(([code, name]) => ({ code, name, district: null })),
  ),
]

/** The division in force today. */
export const divisionOfToday = divisions[2]

/** The division in force on a day. */
export function divisionOn(day: CalendarDate): Division {
  return divisions.findLast(({ from }) => from === null || from <= day) ?? divisions[0]
}

/** What a unit turned into, or what it was made of. `part`: the boundary ran through it, and an address alone does not settle it. */
export type Kin = { unit: Unit; extent: 'whole' | 'part' }

/** Changes that lead from each division to the next one; a unit that is not named stayed as it was. */
const changesAfter: Record<Exclude<Division['id'], '2025'>, readonly UnitChange[]> = {
  '2023': changes2024,
  '2024': changes2025,
}

/** Today's units that a unit of an earlier division became; empty when that division had no such code. */
export function whatBecameOf(code: CommuneCode, before: Division): Kin[] {
  const unit = before.units.get(code)
  if (unit === undefined) return []
  if (before.id === '2025') return [{ unit, extent: 'whole' }]
  const next = divisions[divisions.indexOf(before) + 1] ?? divisionOfToday
  const named = changesAfter[before.id].filter(([old]) => old === code)
  const steps: readonly UnitChange[] = named.length > 0 ? named : [[code, code, 'whole']]
  return steps.flatMap(([, after, extent]) =>
    whatBecameOf(after as CommuneCode, next).map((kin) => (extent === 'part' ? { ...kin, extent } : kin)),
  )
}

/** The units of the division before today's that one of today's was made of; empty where our data does not reach. */
export function whatItWas(code: CommuneCode): Kin[] {
  const [, before] = divisions
  return changes2025.flatMap(([old, now, extent]) => {
    const unit = now === code ? before.units.get(old as CommuneCode) : undefined
    return unit === undefined ? [] : [{ unit, extent }]
  })
}
