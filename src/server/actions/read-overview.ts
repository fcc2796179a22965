// Where the work stands. Numbers only, so that an observer may read them; who holds a silent tablet is told only to
// whoever may manage tablets.
import { may } from '../../domain/permissions.ts'
import type { ReviewState } from '../../domain/review.ts'
import type { Overview } from '../../protocol/office/overview.ts'
import type { OfficeActor } from '../actor.ts'
import { communesByCode } from '../store/communes.ts'
import {
  arrivalsByDay,
  countLackingPhotos,
  dayText,
  peopleByCommune,
  reviewsByCommune,
  startOfVietnamDay,
  vietnamDay,
} from '../store/overview.ts'
import { countQuarantined } from '../store/quarantine.ts'
import { listTablets } from '../store/tablets.ts'
import { inSnapshot } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { recoveriesInScope } from './approve-recovery.ts'
import { scopeOfActor } from './manage-staff.ts'

const daysShown = 14
const silentAfterDays = 7
const dayMs = 24 * 3_600_000

const noReviews = (): Record<ReviewState, number> => ({ new: 0, accepted: 0, needsPapers: 0, rejected: 0 })

/** The overview of the actor's communes. */
export async function readOverview(tools: ServerTools, actor: OfficeActor): Promise<Overview> {
  const { communes } = actor
  const now = tools.now()
  const today = vietnamDay(now)
  const recoveries = may(actor.role, 'manageTablets') ? await recoveriesInScope(tools, actor) : []
  return inSnapshot(tools.db, async (trx) => {
    const people = await peopleByCommune(trx, communes)
    const reviews = await reviewsByCommune(trx, communes)
    const arrivals = await arrivalsByDay(trx, communes, startOfVietnamDay(today - daysShown + 1))
    const scope = await scopeOfActor(trx, actor)
    const tablets = may(actor.role, 'manageTablets') ? await listTablets(trx, scope) : []
    const busy = new Set([...people.keys(), ...reviews.map(({ commune }) => commune)])
    const named = (await communesByCode(trx, communes)).filter(({ code }) => busy.has(code))
    const total = noReviews()
    for (const { state, count } of reviews) total[state] += count
    return {
      people: [...people.values()].reduce((sum, count) => sum + count, 0),
      registrations: total,
      byCommune: named.map(({ code, name }) => ({
        commune: code,
        name,
        people: people.get(code) ?? 0,
        registrations: Object.assign(
          noReviews(),
          Object.fromEntries(reviews.filter((row) => row.commune === code).map(({ state, count }) => [state, count])),
        ),
      })),
      arrivals: Array.from({ length: daysShown }, (_, index) => {
        const day = today - daysShown + 1 + index
        return { day: dayText(day), records: arrivals.get(day) ?? 0 }
      }),
      quarantined: await countQuarantined(trx, scope),
      photosMissing: await countLackingPhotos(trx, communes),
      frozenTablets: tablets.filter(({ state }) => state === 'frozen').length,
      recoveriesWaiting: recoveries.filter(({ state }) => state === 'asked').length,
      silentTablets: tablets
        .filter(
          ({ state, lastContact }) =>
            state === 'active' && Date.parse(lastContact ?? '') < now - silentAfterDays * dayMs,
        )
        .map(({ profileId, staff, lastContact, report }) => ({
          profileId,
          staffName: staff.name,
          lastContact,
          recordsWaiting: report?.recordsWaiting ?? null,
        })),
      silentAfterDays,
    }
  })
}
