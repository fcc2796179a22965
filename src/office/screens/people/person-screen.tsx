// One beneficiary: who it is, what the person receives, the registrations, and what became of all that.
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatDate } from '../../../domain/calendar-date.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { listHistoryWords } from '../../../text/office/list-history.ts'
import { peopleWords } from '../../../text/office/people.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { describeMethod, describeSubstitute } from '../../frame/describe.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { toneOfReview } from '../../frame/review-tone.ts'
import { useMay } from '../../frame/session-context.tsx'
import { BenefitCard } from './benefit-card.tsx'
import { DayPanel } from './day-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { useLoadedPerson } from './load-person.tsx'
import { PersonActions } from './person-actions.tsx'
import './person.css'
import { AddressNow, UnitWas } from './unit-notes.tsx'

/** A person's page. The server writes into the log who looked. */
export function PersonScreen({ id }: { id: string }) {
  const t = useWords(peopleWords)
  const edit = useWords(listEditWords)
  const back = useWords(frameWords).back
  const mayEdit = useMay('editList')
  const loaded = useLoadedPerson(id)
  return (
    <Page
      title={loaded.value?.beneficiary.name ?? t.title}
      windowTitle={t.title}
      actions={
        <>
          {mayEdit && loaded.value && (
            <Link className="button button--primary" href={`/danh-sach/${id}/sua`}>
              {edit.edit}
            </Link>
          )}
          <Link className="button button--secondary" href="/danh-sach">
            {back}
          </Link>
        </>
      }
    >
      <MoreRows {...loaded} more={null} empty={null} />
      {loaded.value && <Person key={loaded.value.version} person={loaded.value} onSaved={loaded.reload} />}
    </Page>
  )
}

function Person({ person, onSaved }: { person: PersonDetail; onSaved: () => void }) {
  const history = useWords(listHistoryWords)
  const mayEdit = useMay('editList')
  return (
    <>
      {person.died !== null && <Banner tone="info">{history.died(formatDate(person.died))}</Banner>}
      <div className="columns">
        <Who person={person} />
        <div className="stack">
          <Benefits person={person} />
          <Registrations person={person} />
          {mayEdit && <PersonActions person={person} onSaved={onSaved} />}
        </div>
      </div>
      <HistoryPanel id={person.beneficiary.id} />
      <DayPanel id={person.beneficiary.id} />
    </>
  )
}

function Who({ person: { beneficiary } }: { person: PersonDetail }) {
  const t = useWords(peopleWords)
  const terms = useWords(termWords)
  const communeName = useCommuneName()
  const phone = [beneficiary.phone, beneficiary.phoneOwner && terms.phoneOwner[beneficiary.phoneOwner]]
  const { permanentAddress, currentAddress, commune } = beneficiary
  const facts: { name: string; value: string | null; note?: ReactNode }[] = [
    { name: terms.field.birth, value: beneficiary.birth && formatDate(beneficiary.birth) },
    { name: terms.field.sex, value: beneficiary.sex && terms.sex[beneficiary.sex] },
    { name: terms.field.idNumber, value: beneficiary.idNumber },
    { name: terms.field.oldIdNumber, value: beneficiary.oldIdNumber },
    { name: terms.field.fileCode, value: beneficiary.fileCode },
    { name: terms.field.phone, value: beneficiary.phone && phone.filter(Boolean).join(', ') },
    {
      name: terms.field.permanentAddress,
      value: permanentAddress,
      note: <AddressNow address={permanentAddress ?? ''} />,
    },
    { name: terms.field.currentAddress, value: currentAddress, note: <AddressNow address={currentAddress ?? ''} /> },
    { name: terms.field.hamlet, value: beneficiary.hamlet },
    { name: terms.field.commune, value: communeName(commune), note: <UnitWas commune={commune} /> },
    { name: terms.field.method, value: describeMethod(terms, beneficiary.method) },
    { name: terms.field.account, value: terms.account[beneficiary.account] },
    { name: terms.field.substitute, value: describeSubstitute(terms, beneficiary.substitute) },
    { name: terms.field.verification, value: terms.verification[beneficiary.verification] },
  ]
  return (
    <section className="card stack" aria-labelledby="who">
      <h2 id="who">{t.who}</h2>
      <dl className="facts">
        {facts.map(({ name, value, note }) => (
          <div key={name} className="office-fact">
            <dt>{name}</dt>
            <dd>
              {value ?? '–'}
              {note}
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t.viewLogged}</p>
    </section>
  )
}

function Benefits({ person }: { person: PersonDetail }) {
  const t = useWords(peopleWords)
  const edit = useWords(listEditWords)
  const mayEdit = useMay('editList')
  return (
    <section className="card stack" aria-labelledby="entitlements">
      <h2 id="entitlements">{t.entitlements}</h2>
      {person.entitlements.length === 0 && <p className="soft">{t.noEntitlements}</p>}
      {person.entitlements.map((benefit) => (
        <BenefitCard key={benefit.id} benefit={benefit} periods={person.periods[benefit.id] ?? []} />
      ))}
      {mayEdit && person.died === null && (
        <div className="row">
          <Link className="button button--secondary" href={`/danh-sach/${person.beneficiary.id}/che-do/moi`}>
            {edit.addBenefit}
          </Link>
        </div>
      )}
    </section>
  )
}

function Registrations({ person: { registrations } }: { person: PersonDetail }) {
  const t = useWords(peopleWords)
  const terms = useWords(termWords)
  return (
    <section className="card stack" aria-labelledby="registrations">
      <h2 id="registrations">{t.registrations}</h2>
      {registrations.length === 0 && <p className="soft">{t.noRegistrations}</p>}
      <ul className="office-todo">
        {registrations.map((registration) => (
          <li key={registration.id} className="row">
            <Link className="office-todo__link" href={`/ho-so/${registration.id}`}>
              {t.registeredAt(formatMoment(registration.at), registration.officer)}
            </Link>
            <Badge tone={toneOfReview[registration.state]}>{terms.review[registration.state]}</Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
