// The card that was scanned last, and whose it is: kept in memory until the tablet is locked, never on disk.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { CitizenCard } from '../../../domain/card-code/citizen-card.ts'
import type { BeneficiaryId } from '../../../domain/ids.ts'

type Scanned = { card: CitizenCard; person: BeneficiaryId }
type Place = { scanned: Scanned | null; remember: (scanned: Scanned | null) => void }

const ScannedCardContext = createContext<Place>({ scanned: null, remember: () => undefined })

/** Stands above the screens, so that the card goes with the officer from one to the next. */
export function ScannedCardProvider({ children }: { children: ReactNode }) {
  const [scanned, remember] = useState<Scanned | null>(null)
  const place = useMemo(() => ({ scanned, remember }), [scanned])
  return <ScannedCardContext value={place}>{children}</ScannedCardContext>
}

/** The card scanned last, and how to remember or forget one. */
export function useScannedCard(): Place {
  return useContext(ScannedCardContext)
}
