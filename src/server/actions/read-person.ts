// One beneficiary with all that the office knows. Looking is written into the log.
import type { BeneficiaryId } from '../../domain/ids.ts'
import { periodsOf } from '../../domain/list-history/periods.ts'
import type { PersonDetail } from '../../protocol/office/people.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { changesOf } from '../store/list-history.ts'
import { findOnePerson } from '../store/one-person.ts'
import { registrationsOfPerson } from '../store/review-queue.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { versionIn } from './open-person.ts'

const moment = (at: number) => new Date(at).toISOString()

/** One person; null when not in the actor's scope. */
export async function readPerson(
  tools: ServerTools,
  actor: OfficeActor,
  id: BeneficiaryId,
): Promise<PersonDetail | null> {
  return inTransaction(tools.db, async (trx) => {
    const one = await findOnePerson(trx, actor.communes, id)
    if (!one) return null
    const changes = (await changesOf(trx, [id])).get(id) ?? []
    const registrations = await registrationsOfPerson(trx, actor.communes, id)
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.viewed',
      commune: one.person.commune,
      thing: 'beneficiary',
      thingId: id,
    })
    const periods = one.benefits.map((benefit) => {
      const ofBenefit = changes.filter(({ thingId }) => thingId === benefit.id)
      return [benefit.id, periodsOf(benefit, ofBenefit)] as const
    })
    return {
      version: versionIn(changes),
      beneficiary: one.person,
      died: one.died,
      entitlements: one.benefits,
      periods: Object.fromEntries(periods),
      registrations: registrations.map(({ recorded_at, received_at, ...row }) => ({
        ...row,
        at: moment(recorded_at),
        receivedAt: moment(received_at),
      })),
    }
  })
}
