import { useMemo } from 'react'
import { Link } from 'wouter'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { beginWords } from '../../../text/tablet/begin-registration.ts'
import { personWords } from '../../../text/tablet/person.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { registrationStateOf } from '../../actions/find-people.ts'
import { listDrafts } from '../../actions/list-drafts.ts'
import { listRecords } from '../../actions/list-records.ts'
import type { Person } from '../../actions/session.ts'
import { useBeginRegistration } from '../../frame/use-begin-registration.ts'
import { usePerson } from '../../frame/use-person.ts'
import { useStored } from '../../frame/use-stored.ts'
import { PersonFacts } from './person-facts.tsx'
import './person.css'
import { PersonHistory } from './person-history.tsx'

/** Everything the tablet knows of a person, and what can be done for the person now. */
export function PersonDetail({ id }: { id: BeneficiaryId | null }) {
  const person = usePerson(id)
  if (person === 'reading') return null
  if (person === 'nobody') return <NobodyThere />
  return <DetailOf key={person.beneficiary.id} person={person} />
}

function NobodyThere() {
  const t = useWords(personWords)
  return (
    <div className="card stack">
      <p>
        <strong>{t.gone}</strong>
      </p>
      <p className="soft">{t.goneHint}</p>
      <div>
        <Link href="/tra-cuu" className="button button--secondary">
          {t.toLookUp}
        </Link>
      </div>
    </div>
  )
}

function DetailOf({ person }: { person: Person }) {
  const t = useWords(personWords)
  const { id, name } = person.beneficiary
  const allRecords = useStored(listRecords)
  const drafts = useStored(listDrafts)
  const { begin, busy, problem } = useBeginRegistration()
  const refused = useWords(beginWords)
  const records = useMemo(
    () => allRecords?.filter(({ subject, outcome }) => subject === id || outcome?.beneficiary === id) ?? [],
    [allRecords, id],
  )
  const latest = records.find(({ kind }) => kind === 'registration')
  const returned = latest !== undefined && registrationStateOf(latest) === 'needsPapers' ? latest : null
  const draft = drafts?.find(({ kind, subject }) => kind === 'registration' && subject === id)
  return (
    <article className="person" aria-labelledby="person-name">
      <h2 id="person-name" className="person__name">
        {name}
      </h2>
      <div className="person__actions">
        {returned === null ? (
          <Button
            variant="primary"
            icon="personAdd"
            className="person__action"
            busy={busy}
            onClick={() => void begin({ from: 'list', person })}
          >
            {t.register}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon="edit"
            className="person__action"
            busy={busy}
            onClick={() => void begin({ from: 'record', id: returned.id })}
          >
            {t.supplement}
          </Button>
        )}
      </div>
      {problem !== null && <Banner tone="bad">{refused[problem]}</Banner>}
      {draft !== undefined && (
        <Banner
          tone="info"
          actions={
            <Link href={`/dang-ky/${draft.id}`} className="button button--secondary">
              {t.continueDraft}
            </Link>
          }
        >
          {t.draftOpen}
        </Banner>
      )}
      <PersonFacts person={person} />
      <PersonHistory records={records} />
    </article>
  )
}
