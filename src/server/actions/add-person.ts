// Somebody whom no imported list brought, added by hand after looking whether that person is known already.
import { Beneficiary } from '../../domain/beneficiary.ts'
import { dayInVietnam, liesAfter } from '../../domain/calendar-date.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { BenefitFields, NewPerson } from '../../protocol/office/list-edits.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { putOnList } from '../store/list.ts'
import { versionsOf } from '../store/list-history.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { tidyFields } from './change-person.ts'
import { findDuplicates } from './find-duplicates.ts'
import { type EditResult, saved } from './open-person.ts'

/** A benefit that begins. */
export function newBenefit(
  { newId }: Pick<ServerTools, 'newId'>,
  person: Pick<Beneficiary, 'id' | 'commune'>,
  fields: BenefitFields,
): Entitlement {
  const { id: beneficiary, commune } = person
  return Entitlement.parse({ ...fields, id: newId(), beneficiary, commune, state: 'active', stateReason: null })
}

/** Whether the end of a benefit lies before its beginning. */
export function endsBeforeItBegins({ from, until }: Pick<BenefitFields, 'from' | 'until'>): boolean {
  return from !== null && until !== null && until < from
}

/** Puts a person with what that person receives on the list of a commune. */
export function addPerson(
  tools: ServerTools,
  actor: OfficeActor,
  commune: CommuneCode,
  { person: fields, benefits, reason, despiteDuplicates }: NewPerson,
): Promise<EditResult> {
  return inTransaction(tools.db, async (trx): Promise<EditResult> => {
    // Two who add the same person at once must see each other.
    await lockFeed(trx, communeFeed(commune))
    const at = tools.now()
    const person = Beneficiary.parse({ ...tidyFields(fields), id: tools.newId(), commune })
    if (person.birth !== null && liesAfter(person.birth, dayInVietnam(at)))
      return { kind: 'refused', because: 'inFuture' }
    if (benefits.some(endsBeforeItBegins)) return { kind: 'refused', because: 'untilBeforeFrom' }
    if (!despiteDuplicates) {
      const duplicates = await findDuplicates(trx, {
        commune,
        person,
        except: { beneficiary: null, registrations: [] },
        elsewhere: actor.communes.filter((code) => code !== commune),
      })
      if (duplicates.length > 0) return { kind: 'duplicates', duplicates }
    }
    const entitlements = benefits.map((benefit) => newBenefit(tools, person, benefit))
    const cause = { source: 'office', staffId: actor.staffId, reason } as const
    await putOnList(trx, commune, { beneficiaries: [person], entitlements }, at, cause)
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.added',
      commune,
      thing: 'beneficiary',
      thingId: person.id,
      detail: { entitlements: entitlements.length, despiteDuplicates },
    })
    return saved(person.id, (await versionsOf(trx, [person.id])).get(person.id) ?? 0)
  })
}
