// One beneficiary: who it is, what the person receives, and the registrations.
import { useCallback } from 'react'
import { Link } from 'wouter'
import { formatDate } from '../../../domain/calendar-date.ts'
import { categories } from '../../../domain/code-lists/categories.ts'
import type { Entitlement } from '../../../domain/entitlement.ts'
import { BeneficiaryId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { peopleWords } from '../../../text/office/people.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Answer } from '../../actions/ask-server.ts'
import { readPerson } from '../../actions/read-people.ts'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { describeMethod, describeSubstitute } from '../../frame/describe.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { toneOfReview } from '../../frame/review-tone.ts'
import { useLoaded } from '../../frame/use-loaded.ts'

const noConnection: Answer<PersonDetail> = { kind: 'noConnection' }

/** A person's page. The server writes into the log who looked. */
export function PersonScreen({ id }: { id: string }) {
  const t = useWords(peopleWords)
  const back = useWords(frameWords).back
  const loaded = useLoaded(
    useCallback(
      (signal: AbortSignal) => {
        const person = BeneficiaryId.safeParse(id)
        return person.success ? readPerson(person.data, signal) : Promise.resolve(noConnection)
      },
      [id],
    ),
  )
  return (
    <Page
      title={loaded.value?.beneficiary.name ?? t.title}
      windowTitle={t.title}
      actions={
        <Link className="button button--secondary" href="/danh-sach">
          {back}
        </Link>
      }
    >
      <MoreRows {...loaded} more={null} empty={null} />
      {loaded.value && <Person person={loaded.value} />}
    </Page>
  )
}

function Person({ person: { beneficiary, entitlements, registrations } }: { person: PersonDetail }) {
  const t = useWords(peopleWords)
  const terms = useWords(termWords)
  const communeName = useCommuneName()
  const phone = [beneficiary.phone, beneficiary.phoneOwner && terms.phoneOwner[beneficiary.phoneOwner]]
  const facts: [string, string | null][] = [
    [terms.field.birth, beneficiary.birth && formatDate(beneficiary.birth)],
    [terms.field.sex, beneficiary.sex && terms.sex[beneficiary.sex]],
    [terms.field.idNumber, beneficiary.idNumber],
    [terms.field.oldIdNumber, beneficiary.oldIdNumber],
    [terms.field.fileCode, beneficiary.fileCode],
    [terms.field.phone, beneficiary.phone && phone.filter(Boolean).join(', ')],
    [terms.field.permanentAddress, beneficiary.permanentAddress],
    [terms.field.currentAddress, beneficiary.currentAddress],
    [terms.field.hamlet, beneficiary.hamlet],
    [terms.field.commune, communeName(beneficiary.commune)],
    [terms.field.method, describeMethod(terms, beneficiary.method)],
    [terms.field.account, terms.account[beneficiary.account]],
    [terms.field.substitute, describeSubstitute(terms, beneficiary.substitute)],
    [terms.field.verification, terms.verification[beneficiary.verification]],
  ]
  return (
    <div className="columns">
      <section className="card stack" aria-labelledby="who">
        <h2 id="who">{t.who}</h2>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} className="office-fact">
              <dt>{name}</dt>
              <dd>{value ?? '–'}</dd>
            </div>
          ))}
        </dl>
        <p className="soft">{t.viewLogged}</p>
      </section>
      <div className="stack">
        <section className="card stack" aria-labelledby="entitlements">
          <h2 id="entitlements">{t.entitlements}</h2>
          {entitlements.length === 0 && <p className="soft">{t.noEntitlements}</p>}
          {entitlements.map((entitlement) => (
            <EntitlementFacts key={entitlement.id} entitlement={entitlement} />
          ))}
        </section>
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
      </div>
    </div>
  )
}

function EntitlementFacts({ entitlement }: { entitlement: Entitlement }) {
  const t = useWords(peopleWords)
  const terms = useWords(termWords)
  const category = categories.find(({ code }) => code === entitlement.category)?.name ?? entitlement.categoryText
  const facts: [string, string | null][] = [
    [terms.field.programme, terms.programme[entitlement.programme]],
    [t.category, category],
    [t.monthlyAmount, formatDong(entitlement.monthly)],
    [t.arrears, entitlement.arrears > 0 ? formatDong(entitlement.arrears) : null],
    [t.decision, entitlement.decision],
    [t.from, entitlement.from && formatDate(entitlement.from)],
    [t.until, entitlement.until && formatDate(entitlement.until)],
    [t.state, [terms.entitlement[entitlement.state], entitlement.stateReason].filter(Boolean).join(': ')],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name} className="office-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
