// What a tablet told of its own state, for the office to see.
import type { ContactReport } from '../../protocol/contact.ts'
import type { TabletActor } from '../actor.ts'
import { putReport } from '../store/profiles.ts'
import type { ServerTools } from '../tools.ts'

/** Keeps the report in the place of the earlier one. */
export async function noteContact(tools: ServerTools, actor: TabletActor, report: ContactReport): Promise<void> {
  await putReport(tools.db, actor.profileId, report, tools.now())
}
