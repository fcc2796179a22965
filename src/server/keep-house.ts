// What has to be done now and then without anybody asking: dated changes of the list come due, old deletions are forgotten.
// Every part may run at any time and in several servers at once.
import { applyDueChanges } from './actions/apply-due-changes.ts'
import { releaseDeferred } from './actions/release-deferred.ts'
import { describeError } from './log.ts'
import { forgetTombstones, markFeeds } from './store/forget-tombstones.ts'
import type { ServerTools } from './tools.ts'

/** One round. @returns what it changed, in counts. */
export async function keepHouse(
  tools: ServerTools,
): Promise<{ peopleChanged: number; recordsReleased: number; tombstonesForgotten: number }> {
  const peopleChanged = await applyDueChanges(tools)
  const recordsReleased = await releaseDeferred(tools)
  const at = tools.now()
  await markFeeds(tools.db, at)
  const tombstonesForgotten = await forgetTombstones(tools.db, at - tools.settings.limits.tombstonesMs)
  return { peopleChanged, recordsReleased, tombstonesForgotten }
}

/** Keeps house now and from time to time. @returns how to stop; a round that is under way is waited for. */
export function startKeepingHouse(tools: ServerTools): () => Promise<void> {
  const round = async () => {
    try {
      const counts = await keepHouse(tools)
      for (const [kind, count] of Object.entries(counts)) if (count > 0) tools.log.info({ kind, count }, 'kept house')
    } catch (error) {
      // The next round tries again; nothing that people ask for depends on it.
      tools.log.error(describeError(error), 'failed to keep house')
    }
  }
  let running = round()
  const timer = setInterval(() => {
    running = running.then(round)
  }, tools.settings.limits.housekeepingMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
