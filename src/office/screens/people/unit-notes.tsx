// Old names of units beside today's: what a commune was made of, and where the address on the card lies now.
import type { Beneficiary } from '../../../domain/beneficiary.ts'
import { whatItWas } from '../../../domain/division.ts'
import { unitInAddress } from '../../../domain/unit-names.ts'
import { listHistoryWords } from '../../../text/office/list-history.ts'
import { useWords } from '../../../ui/language.tsx'

/** Under the commune's name: the units it was made of in 2025; nothing where our data does not reach. */
export function UnitWas({ commune }: Pick<Beneficiary, 'commune'>) {
  const t = useWords(listHistoryWords)
  const before = whatItWas(commune)
  if (before.length === 0) return null
  const names = before.map(({ unit, extent }) => (extent === 'part' ? t.partly(unit.name) : unit.name))
  return <div className="soft">{t.unitWas(names.join(', '))}</div>
}

/** Under an address as it stands on the card: what became of the unit that it names. */
export function AddressNow({ address }: { address: string }) {
  const t = useWords(listHistoryWords)
  const named = unitInAddress(address)
  if (named.kind !== 'former') return null
  const before = [named.unit.name, named.unit.district].filter(Boolean).join(', ')
  const now = named.became.map(({ unit }) => unit.name).join(', ')
  const divided = named.became.some(({ extent }) => extent === 'part')
  return <div className="soft">{divided ? t.addressNowPart(before, now) : t.addressNow(before, now)}</div>
}
