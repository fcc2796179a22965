import { formatDate } from '../../../domain/calendar-date.ts'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { scanWords } from '../../../text/tablet/scan.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { ListedPerson } from '../../actions/session.ts'
import './scan-screen.css'

type Props = {
  people: readonly ListedPerson[]
  busy: boolean
  onChoose: (person: BeneficiaryId) => void
  onNobody: () => void
}

/** People of the list who may be the one on the card: the officer asks, and chooses. */
export function ChooseHolder({ people, busy, onChoose, onNobody }: Props) {
  const t = useWords(scanWords)
  const terms = useWords(termWords)
  return (
    <section className="stack" aria-labelledby="whose-card">
      <h2 id="whose-card">{t.severalTitle}</h2>
      <p>{t.severalHint}</p>
      <ul className="scan__people">
        {people.map(({ beneficiary: { id, name, birth, idNumber, hamlet } }) => (
          <li key={id}>
            <button type="button" className="scan__person" onClick={() => onChoose(id)}>
              <strong>{name}</strong>
              <span>
                {t.birth}: {birth === null ? t.unknown : formatDate(birth)} · {t.idNumber}: {idNumber ?? t.unknown}
              </span>
              {hamlet !== null && (
                <span>
                  {terms.hamlet}: {hamlet}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Button icon="personAdd" busy={busy} onClick={onNobody}>
          {t.noneOfThem}
        </Button>
      </div>
    </section>
  )
}
