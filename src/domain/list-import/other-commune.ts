// Whether a list's own column for the commune names another one than the list is taken in for. Lists keep old names for
// years: `Hưng Lợi` in a list of Tân An is no mistake.
import { whatItWas } from '../division.ts'
import type { CommuneCode } from '../ids.ts'
import { readUnitName } from '../unit-names.ts'

/** Tells names of other communes of ours from this one's, old names included; what we do not know is nobody else's. */
export function otherCommuneThan(commune: CommuneCode): (written: string | null) => boolean {
  const known = new Map<string, boolean>()
  return (written) => {
    if (written === null) return false
    const found = known.get(written) ?? namesAnother(written, commune)
    known.set(written, found)
    return found
  }
}

function namesAnother(written: string, commune: CommuneCode): boolean {
  const named = readUnitName(written)
  if (named.kind === 'unknown') return false
  if (named.kind === 'former') return named.became.every(({ unit }) => unit.code !== commune)
  return named.unit.code !== commune && !wasNamedSo(named.unit.name, commune)
}

/** `Tân An` is a commune of today and was another one before: a list of Ninh Kiều may still mean the old one. */
function wasNamedSo(name: string, commune: CommuneCode): boolean {
  return whatItWas(commune).some(({ unit }) => unit.name === name)
}
