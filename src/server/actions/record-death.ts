// A death: what the person receives is owed for the month of death and not after. It can be taken back.
import { liesAfter } from '../../domain/calendar-date.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId } from '../../domain/ids.ts'
import { deathWithdrawn, endedByDeath } from '../../domain/list-history/death.ts'
import type { Death } from '../../protocol/office/list-edits.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { setDied } from '../store/one-person.ts'
import type { ServerTools } from '../tools.ts'
import {
  type EditResult,
  type OpenPerson,
  saved,
  type Statement,
  versionIn,
  withPerson,
  writeDown,
} from './open-person.ts'

function statementsOf({ person, benefits, changes }: OpenPerson, died: NonNullable<Death['died']>): Statement[] {
  const fields = [
    { field: 'verification', before: person.verification, after: 'deceased' },
    { field: 'died', before: null, after: died },
  ]
  // Were the death corrected to another day, the benefits end by the new one as if the old one had never been written down.
  const takenBack = deathWithdrawn(changes)
  const ends = benefits.flatMap((benefit) => {
    const before = takenBack.filter(({ thingId }) => thingId === benefit.id).flatMap(({ fields: back }) => back)
    const alive = { ...benefit, ...Object.fromEntries(before.map(({ field, after }) => [field, after])) }
    const end = endedByDeath(Entitlement.parse(alive), died)
    return end.map((dated): Statement => ({ ...dated, thing: 'entitlement', thingId: benefit.id, kind: 'died' }))
  })
  return [
    ...takenBack,
    { thing: 'beneficiary', thingId: person.id, kind: 'died', from: died, until: null, fields },
    ...ends,
  ]
}

/** Writes down that somebody died, on another day than was written down before, or not at all. */
export function recordDeath(
  tools: ServerTools,
  actor: OfficeActor,
  id: BeneficiaryId,
  { version, died, reason, decision }: Death,
): Promise<EditResult> {
  return withPerson(tools, actor, { id, version }, async (open) => {
    const { trx, person } = open
    if (open.died === died) return saved(id, versionIn(open.changes))
    if (died !== null && died > open.today) return { kind: 'refused', because: 'inFuture' }
    if (died !== null && person.birth !== null && liesAfter(person.birth, died)) {
      return { kind: 'refused', because: 'diedBeforeBirth' }
    }
    const statements = died === null ? deathWithdrawn(open.changes) : statementsOf(open, died)
    await setDied(trx, person.commune, id, died)
    const now = await writeDown(open, statements, { source: 'office', staffId: actor.staffId, reason, decision })
    await writeAudit(trx, tools, actor, {
      action: died === null ? 'beneficiary.deathWithdrawn' : 'beneficiary.died',
      commune: person.commune,
      thing: 'beneficiary',
      thingId: id,
    })
    return saved(id, now)
  })
}
