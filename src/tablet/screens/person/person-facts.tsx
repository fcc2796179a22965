import { type ReactNode, Suspense } from 'react'
import { formatDate } from '../../../domain/calendar-date.ts'
import type { Entitlement } from '../../../domain/entitlement.ts'
import { formatDong } from '../../../domain/money.ts'
import { shownCategory } from '../../../domain/shown-category.ts'
import type { SubstituteRecipient } from '../../../domain/substitute-recipient.ts'
import { personWords } from '../../../text/tablet/person.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Person } from '../../actions/session.ts'
import { PaidBy } from './paid-by.tsx'

type Fact = [label: string, value: ReactNode]

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label} className="person__fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Who it is, what the person receives, how it is paid today and to whom. */
export function PersonFacts({ person: { beneficiary, entitlements } }: { person: Person }) {
  const t = useWords(personWords)
  const terms = useWords(termWords)
  const { birth, sex, phone, phoneOwner } = beneficiary
  const or = (value: string | null) => value ?? <span className="soft">{t.unknown}</span>
  return (
    <>
      <section className="card stack stack--tight">
        <h3>{t.who}</h3>
        <Facts
          facts={[
            [t.birth, or(birth === null ? null : formatDate(birth))],
            [t.sex, or(sex === null ? null : terms.sex[sex])],
            [t.idNumber, or(beneficiary.idNumber)],
            ...(beneficiary.oldIdNumber === null ? [] : ([[t.oldIdNumber, beneficiary.oldIdNumber]] satisfies Fact[])),
            [t.phone, or(phone === null || phoneOwner === null ? phone : `${phone} (${terms.phoneOwner[phoneOwner]})`)],
            [terms.hamlet, or(beneficiary.hamlet)],
            [t.currentAddress, or(beneficiary.currentAddress)],
            [t.permanentAddress, or(beneficiary.permanentAddress)],
            [t.fileCode, or(beneficiary.fileCode)],
          ]}
        />
      </section>
      <section className="card stack stack--tight">
        <h3>{t.benefits}</h3>
        {entitlements.length === 0 && <p className="soft">{t.noBenefits}</p>}
        <ul className="person__benefits">
          {entitlements.map((entitlement) => (
            <Benefit key={entitlement.id} entitlement={entitlement} />
          ))}
        </ul>
      </section>
      <section className="card stack stack--tight">
        <h3>{t.payment}</h3>
        <Suspense>
          <PaidBy method={beneficiary.method} account={beneficiary.account} />
        </Suspense>
        <h3>{t.substitute}</h3>
        {beneficiary.substitute === null ? (
          <p className="soft">{t.substituteNone}</p>
        ) : (
          <Substitute substitute={beneficiary.substitute} />
        )}
      </section>
    </>
  )
}

function Benefit({ entitlement }: { entitlement: Entitlement }) {
  const t = useWords(personWords)
  const terms = useWords(termWords)
  const { programme, monthly, arrears, state, stateReason } = entitlement
  const category = shownCategory(entitlement)
  return (
    <li className="person__benefit">
      <span className="soft">{terms.programme[programme]}</span>
      <span>{category.kind === 'words' ? category.text : terms.category(category.code)}</span>
      <span className="row">
        <strong className="number">{t.monthly(formatDong(monthly))}</strong>
        {arrears > 0 && <span className="number">{t.arrears(formatDong(arrears))}</span>}
        {state !== 'active' && (
          <Badge tone="warn">
            {terms.entitlement[state]}
            {stateReason !== null && `: ${stateReason}`}
          </Badge>
        )}
      </span>
    </li>
  )
}

function Substitute({ substitute }: { substitute: SubstituteRecipient }) {
  const t = useWords(personWords)
  const terms = useWords(termWords)
  const { name, relation, idNumber, phone } = substitute
  return (
    <div>
      <p>
        <strong>{name}</strong> – {terms.substitute[substitute.kind]}
      </p>
      <p>
        {t.relation}: {relation}
      </p>
      {idNumber !== null && (
        <p className="number">
          {t.idNumber}: {idNumber}
        </p>
      )}
      {phone !== null && (
        <p className="number">
          {t.phone}: {phone}
        </p>
      )}
      {substitute.kind === 'authorisedPerson' && (
        <p>
          {t.authorisation(
            substitute.authorisation.number ?? '',
            formatDate(substitute.authorisation.date),
            substitute.authorisation.certifiedBy,
          )}
          {substitute.authorisation.validUntil !== null &&
            `. ${t.validUntil(formatDate(substitute.authorisation.validUntil))}`}
        </p>
      )}
    </div>
  )
}
