import type { RecordId } from '../../../domain/ids.ts'
import { homeWords } from '../../../text/tablet/home.ts'
import { paperWords } from '../../../text/papers.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { ListedRecord } from '../../actions/session.ts'

type Props = {
  records: readonly ListedRecord[]
  /** Opens the registration anew, to bring what is asked for. */
  onComplete: (id: RecordId) => void
}

/** Registrations that the office sent back: which papers it asks for, and its own words. */
export function ReturnedList({ records, onComplete }: Props) {
  const t = useWords(homeWords)
  const papers = useWords(paperWords)
  return (
    <section className="card stack stack--tight home__returned">
      <h2>{t.backTitle}</h2>
      <ul className="home__list">
        {records.map(({ id, name, outcome }) => (
          <li key={id} className="home__item">
            <div>
              <div className="home__item-name">{name ?? t.unnamed}</div>
              <div>{outcome?.papers.map((paper) => papers[paper]).join('; ')}</div>
              {outcome?.note && (
                <div className="soft">
                  {t.backNote} {outcome.note}
                </div>
              )}
            </div>
            <Button onClick={() => onComplete(id)} aria-label={`${t.complete}: ${name ?? t.unnamed}`}>
              {t.complete}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
