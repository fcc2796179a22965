import { compareCard, fieldsOfListed } from '../../../domain/card-code/compare-card.ts'
import { BeneficiaryId } from '../../../domain/ids.ts'
import { beginWords } from '../../../text/tablet/begin-registration.ts'
import { scanWords } from '../../../text/tablet/scan.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useBeginRegistration } from '../use-begin-registration.ts'
import { usePerson } from '../use-person.ts'
import { useScannedCard } from './scanned-card.tsx'
import { SettleDifferences } from './settle-differences.tsx'

/** On the page of the person whose card was just scanned: it agrees with the list, or what differs, to be settled. */
export function ScannedCardNote({ id }: { id: string }) {
  const t = useWords(scanWords)
  const refused = useWords(beginWords)
  const { scanned, remember } = useScannedCard()
  const { begin, busy, problem } = useBeginRegistration()
  const person = usePerson(scanned?.person === id ? BeneficiaryId.parse(id) : null)
  if (scanned === null || typeof person === 'string') return null
  const { card } = scanned
  const differences = compareCard(card, fieldsOfListed(person.beneficiary))
  if (differences.length === 0) return <Banner tone="good">{t.matches}</Banner>
  return (
    <section className="card stack" aria-labelledby="card-differs">
      <h2 id="card-differs">{t.differsTitle(differences.length)}</h2>
      <p>{t.differsHint}</p>
      {problem !== null && <Banner tone="bad">{refused[problem]}</Banner>}
      <SettleDifferences
        differences={differences}
        against="list"
        busy={busy}
        onSettled={(fields) => void begin({ from: 'list', person, card: { card, fields } })}
      />
      <div>
        <Button onClick={() => remember(null)}>{t.keepList}</Button>
      </div>
    </section>
  )
}
