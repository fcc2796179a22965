// Somebody moves to another commune: off one list, onto the other, with benefits, case files and what is planned. Tablets of
// the old commune drop the person, those of the new one get the lines, and a tablet of both sees only the change.
import { Beneficiary } from '../../domain/beneficiary.ts'
import type { BeneficiaryId } from '../../domain/ids.ts'
import { changedFields } from '../../domain/list-history/changed-fields.ts'
import { tidyOrNull } from '../../domain/tidy-text.ts'
import type { Move } from '../../protocol/office/list-edits.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { filesOfPerson, moveFiles } from '../store/case-files.ts'
import { moveComing } from '../store/coming-changes.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { removeFromList, writeOnList } from '../store/list.ts'
import { addToHistory } from '../store/list-history.ts'
import { setDied } from '../store/one-person.ts'
import type { ServerTools } from '../tools.ts'
import { type EditResult, type OpenPerson, saved, versionIn, withPerson } from './open-person.ts'

/** Moves somebody between two communes of the actor's. */
export async function movePerson(
  tools: ServerTools,
  actor: OfficeActor,
  id: BeneficiaryId,
  move: Move,
): Promise<EditResult> {
  if (!actor.communes.includes(move.to)) return { kind: 'notFound' }
  return withPerson(tools, actor, { id, version: move.version }, async (open) => {
    if (open.person.commune === move.to) return { kind: 'refused', because: 'sameCommune' }
    if (move.from > open.today) return { kind: 'refused', because: 'inFuture' }
    return carry(tools, actor, open, move)
  })
}

async function carry(
  tools: ServerTools,
  actor: OfficeActor,
  { trx, at, person, benefits, died, changes }: OpenPerson,
  { to, from: since, hamlet, currentAddress, reason }: Move,
): Promise<EditResult> {
  const { id, commune: from } = person
  await lockFeed(trx, communeFeed(to))
  const there = {
    hamlet: hamlet === null ? null : tidyOrNull(hamlet),
    currentAddress: currentAddress === null ? null : tidyOrNull(currentAddress),
  }
  const moved = Beneficiary.parse({ ...person, ...there, commune: to })
  const fields = changedFields(person, moved)
  await removeFromList(trx, from, [id], at)
  const entitlements = benefits.map((benefit) => ({ ...benefit, commune: to }))
  await writeOnList(trx, to, { beneficiaries: [moved], entitlements }, at)
  await setDied(trx, to, id, died)
  await moveFiles(trx, await filesOfPerson(trx, id, from), { from, to })
  await moveComing(trx, id, { from, to })
  const line = { beneficiary: id, thing: 'beneficiary', thingId: id, kind: 'moved', from: since, until: null } as const
  await addToHistory(trx, to, [{ ...line, fields }], { at, source: 'office', staffId: actor.staffId, reason })
  for (const commune of [from, to]) {
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.moved',
      commune,
      thing: 'beneficiary',
      thingId: id,
      detail: { from, to },
    })
  }
  return saved(id, versionIn(changes) + 1)
}
