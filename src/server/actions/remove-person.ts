// Somebody who should never have been on the list is taken off it; the history keeps who did so and why.
import type { BeneficiaryId } from '../../domain/ids.ts'
import type { Removal } from '../../protocol/office/list-edits.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { takeOffList } from '../store/list.ts'
import type { ServerTools } from '../tools.ts'
import { type EditResult, saved, versionIn, withPerson } from './open-person.ts'

/** Takes a person with all benefits off the list; tablets drop them. */
export function removePerson(
  tools: ServerTools,
  actor: OfficeActor,
  id: BeneficiaryId,
  { version, reason }: Removal,
): Promise<EditResult> {
  return withPerson(tools, actor, { id, version }, async ({ trx, at, person, changes }) => {
    await takeOffList(trx, person.commune, [id], at, { source: 'office', staffId: actor.staffId, reason })
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.removed',
      commune: person.commune,
      thing: 'beneficiary',
      thingId: id,
    })
    return saved(id, versionIn(changes) + 1)
  })
}
