// Benefits of somebody on the list: a new one, other terms from a day on, a grant that was written down wrongly.
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, EntitlementId } from '../../domain/ids.ts'
import { changedFields } from '../../domain/list-history/changed-fields.ts'
import type { FieldChange } from '../../domain/list-history/list-change.ts'
import { stateOn } from '../../domain/list-history/state-on.ts'
import type { BenefitChange, NewBenefit } from '../../protocol/office/list-edits.ts'
import type { OfficeActor } from '../actor.ts'
import { saidFields } from '../said-fields.ts'
import { writeAudit } from '../store/audit.ts'
import { putOnList } from '../store/list.ts'
import type { ServerTools } from '../tools.ts'
import { endsBeforeItBegins, newBenefit } from './add-person.ts'
import {
  type EditResult,
  type OpenPerson,
  saved,
  type Statement,
  versionIn,
  withPerson,
  writeDown,
} from './open-person.ts'

/** Gives somebody one more benefit. */
export function addBenefit(
  tools: ServerTools,
  actor: OfficeActor,
  id: BeneficiaryId,
  { version, benefit: fields, reason }: NewBenefit,
): Promise<EditResult> {
  return withPerson(tools, actor, { id, version }, async ({ trx, at, person, died, changes }) => {
    if (endsBeforeItBegins(fields)) return { kind: 'refused', because: 'untilBeforeFrom' }
    if (died !== null) return { kind: 'refused', because: 'alreadyDead' }
    const benefit = newBenefit(tools, person, fields)
    const cause = { source: 'office', staffId: actor.staffId, reason, decision: fields.decision } as const
    await putOnList(trx, person.commune, { beneficiaries: [], entitlements: [benefit] }, at, cause)
    await audit(tools, actor, { trx, person }, 'benefit.added', benefit.id, [])
    return saved(id, versionIn(changes) + 1, benefit.id)
  })
}

type Terms = NonNullable<BenefitChange['terms']>

/** Fields that terms come to: a state carries its reason, and a decision that changes the terms is the one they rest on. */
function fieldsOfTerms({ set }: Terms, { decision, reason }: BenefitChange): Partial<Entitlement> {
  const stateReason =
    set.state === undefined ? {} : { stateReason: set.state === 'active' ? null : reason.slice(0, 300) }
  return { ...saidFields(set), ...stateReason, ...(decision !== null && { decision }) }
}

function statementsOf(open: OpenPerson, benefit: Entitlement, change: BenefitChange): Statement[] {
  const common = { thing: 'entitlement', thingId: benefit.id, kind: 'changed' } as const
  const { terms, grant } = change
  const granted = changedFields(benefit, { ...benefit, ...saidFields(grant) })
  const changes = open.changes.filter(({ thingId }) => thingId === benefit.id)
  const statements: Statement[] = []
  if (granted.length > 0) statements.push({ ...common, from: null, until: null, fields: granted })
  if (terms !== null) {
    const then = stateOn(benefit, changes, terms.from) as Record<string, unknown>
    // Whatever is said is written down, even where it is so on the first day already: it may end something planned.
    const fields = Object.entries(fieldsOfTerms(terms, change)).map(([field, after]): FieldChange => {
      return { field, before: then[field] ?? null, after }
    })
    if (Object.keys(saidFields(terms.set)).length > 0) {
      statements.push({ ...common, from: terms.from, until: terms.until, fields })
    }
  }
  return statements
}

/** Changes the terms of a benefit for a time, or corrects the grant. */
export function changeBenefit(
  tools: ServerTools,
  actor: OfficeActor,
  { id, benefit: benefitId }: { id: BeneficiaryId; benefit: EntitlementId },
  change: BenefitChange,
): Promise<EditResult> {
  return withPerson(tools, actor, { id, version: change.version }, async (open) => {
    const benefit = open.benefits.find((one) => one.id === benefitId)
    if (benefit === undefined) return { kind: 'notFound' }
    if (endsBeforeItBegins({ ...benefit, ...saidFields(change.grant) }))
      return { kind: 'refused', because: 'untilBeforeFrom' }
    if (change.terms !== null && isBackward(change.terms)) return { kind: 'refused', because: 'untilBeforeFrom' }
    const statements = statementsOf(open, benefit, change)
    if (statements.length === 0) return saved(id, versionIn(open.changes), benefitId)
    const { reason, decision } = change
    const now = await writeDown(open, statements, { source: 'office', staffId: actor.staffId, reason, decision })
    const names = statements.flatMap(({ fields }) => fields.map(({ field }) => field))
    await audit(tools, actor, open, 'benefit.changed', benefitId, names)
    return saved(id, now, benefitId)
  })
}

function isBackward({ from, until }: { from: CalendarDate; until: CalendarDate | null }): boolean {
  return until !== null && until < from
}

function audit(
  tools: ServerTools,
  actor: OfficeActor,
  { trx, person }: Pick<OpenPerson, 'trx' | 'person'>,
  action: string,
  benefit: EntitlementId,
  fields: string[],
): Promise<void> {
  return writeAudit(trx, tools, actor, {
    action,
    commune: person.commune,
    thing: 'beneficiary',
    thingId: person.id,
    detail: { entitlementId: benefit, ...(fields.length > 0 && { fields: [...new Set(fields)] }) },
  })
}
