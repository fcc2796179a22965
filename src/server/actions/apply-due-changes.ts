// A day has come on which something that was written down earlier begins or ends: the list, and with it the tablets, follow.
import { dayInVietnam } from '../../domain/calendar-date.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import { communesWithDue, takeDue } from '../store/coming-changes.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { writeOnList } from '../store/list.ts'
import { addToHistory, changesOf, type NewListChange } from '../store/list-history.ts'
import { findOnePerson } from '../store/one-person.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { stateNow } from './open-person.ts'

/** Lets everything take effect that is due today. May run at any time, in several servers at once. @returns how many people's lines changed. */
export async function applyDueChanges(tools: Pick<ServerTools, 'db' | 'now'>): Promise<number> {
  let changed = 0
  for (const commune of await communesWithDue(tools.db, dayInVietnam(tools.now()))) {
    changed += await applyInCommune(tools, commune)
  }
  return changed
}

function applyInCommune({ db, now }: Pick<ServerTools, 'db' | 'now'>, commune: CommuneCode): Promise<number> {
  return inTransaction(db, async (trx) => {
    await lockFeed(trx, communeFeed(commune))
    const at = now()
    const today = dayInVietnam(at)
    const people = await takeDue(trx, commune, today)
    const changes = await changesOf(trx, people)
    let changed = 0
    for (const id of people) {
      const one = await findOnePerson(trx, [commune], id)
      if (one === null) continue
      const part = stateNow(one, changes.get(id) ?? [], today)
      const things = [
        ...part.beneficiaries.map((thing) => ({ thing: 'beneficiary', thingId: thing.id }) as const),
        ...part.entitlements.map((thing) => ({ thing: 'entitlement', thingId: thing.id }) as const),
      ]
      if (things.length === 0) continue
      changed += 1
      await writeOnList(trx, commune, part, at)
      const lines = things.map((thing): NewListChange => ({
        ...thing,
        beneficiary: id,
        kind: 'tookEffect',
        from: today,
        until: null,
        fields: [],
      }))
      await addToHistory(trx, commune, lines, { at, source: 'server', staffId: null })
    }
    return changed
  })
}
