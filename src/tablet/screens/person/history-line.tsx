import { formatMoment } from '../../../text/moments.ts'
import { paperWords } from '../../../text/papers.ts'
import { lookUpWords } from '../../../text/tablet/look-up.ts'
import { personWords } from '../../../text/tablet/person.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { registrationStateOf } from '../../actions/find-people.ts'
import type { ListedRecord } from '../../actions/session.ts'
import { toneOfRegistration } from '../../frame/registration-tone.ts'
import { useTools } from '../../frame/tools-context.tsx'

/** One record, and what the office answered. */
export function HistoryLine({ record }: { record: ListedRecord }) {
  const t = useWords(personWords)
  const papers = useWords(paperWords)
  const states = useWords(lookUpWords).registration
  const { now } = useTools()
  const { kind, at, outcome, photos } = record
  const state = registrationStateOf(record)
  const lost = photos.filter((photo) => photo.state === 'lost').length
  return (
    <li className="person__record">
      <span className="row row--between">
        <span>
          <strong>{t.kinds[kind]}</strong> <span className="soft number">{formatMoment(Date.parse(at), now())}</span>
        </span>
        <Badge tone={toneOfRegistration[state]}>{states[state]}</Badge>
      </span>
      {outcome !== null && outcome.papers.length > 0 && state === 'needsPapers' && (
        <span>
          {t.officeAsks} {outcome.papers.map((paper) => papers[paper]).join('; ')}
        </span>
      )}
      {outcome?.note && (
        <span>
          {t.officeSays} {outcome.note}
        </span>
      )}
      {lost > 0 && <span>{t.photosLost(lost)}</span>}
    </li>
  )
}
