// The story of one run. Each step is a file; why a crash at any point heals on the next run stands in README.md.
import { hasDeliveries } from '../store/deliveries.ts'
import { countWaiting } from '../store/outbox.ts'
import { photosToSend } from '../store/photo-queue.ts'
import { obeyWipeOrder } from '../store/wipe-profile.ts'
import { receiveChanges } from './receive-changes.ts'
import { reportContact, type StorageState } from './report-contact.ts'
import type { Run } from './run.ts'
import { sendRecords } from './send-records.ts'
import type { Stop } from './stop.ts'

export type RunEnd =
  | { kind: 'done' }
  /** The server's own key signed the order: this profile is no more. */
  | { kind: 'wiped' }
  /** What could not be done; of several reasons the first. */
  | { kind: 'stopped'; stop: Exclude<Stop, { kind: 'revoked' }> }

export type Phase = 'idle' | 'records' | 'list' | 'photos'

/** What a run is told of and asked for from above. */
export type Surroundings = {
  enter: (phase: Phase) => void
  storageState: () => Promise<StorageState>
}

/** A server that asks for the same again and again would otherwise keep us here for ever. */
const mostRounds = 8

/**
 * Records, then the list with the outcomes, then photos. A step that fails for reasons of its own leaves the others
 * their turn; one that meets no server, or is told to stop, ends the run.
 */
export async function synchronize(run: Run, { enter, storageState }: Surroundings): Promise<RunEnd> {
  let hurdles: Hurdle[] = []
  for (let round = 0; round < mostRounds; round += 1) {
    enter('records')
    const records = await sendRecords(run)
    if (endsTheRun(records)) return endWith(run, records)
    const left = (await countWaiting(run.store)).records

    enter('list')
    const changes = await receiveChanges(run)
    if (endsTheRun(changes)) return endWith(run, changes)
    const report = await reportContact(run, await storageState())
    if (endsTheRun(report)) return endWith(run, report)
    const certificate = await certificateWherePaid(run)
    if (endsTheRun(certificate)) return endWith(run, certificate)
    // A server that fails over everything seems to stumble over a record too: what it says of the list weighs more.
    hurdles = [changes, records].filter((end) => isHurdle(end))
    if (records.kind === 'done' && changes.kind === 'done' && changes.requeued > 0) continue

    enter('photos')
    const photos = await photosWithout(run, left)
    if (photos.kind === 'recordsFirst') continue
    if (endsTheRun(photos)) return endWith(run, photos)
    if (isHurdle(photos)) hurdles.push(photos)
    break
  }
  const [first] = hurdles
  return first === undefined ? { kind: 'done' } : { kind: 'stopped', stop: first }
}

/** What fetches the certificate is loaded where somebody is to be paid. */
async function certificateWherePaid(run: Run): Promise<StepEnd> {
  if (!(await hasDeliveries(run.store))) return { kind: 'done' }
  const { fetchCertificate } = await import('./fetch-certificate.ts')
  return fetchCertificate(run)
}

/** What sends photos is loaded where some wait. @param left records that the step of records could not send. */
async function photosWithout(run: Run, left: number): Promise<StepEnd> {
  if ((await photosToSend(run.store)).length === 0) return { kind: 'done' }
  const { sendPhotos } = await import('./send-photos.ts')
  return sendPhotos(run, async () => (await countWaiting(run.store)).records > left)
}

type StepEnd = Stop | { kind: 'done' | 'recordsFirst' }
type Final = Extract<Stop, { kind: 'noConnection' | 'busy' | 'signedOut' | 'revoked' | 'interrupted' }>
type Hurdle = Exclude<Stop, Final>

/** These would meet the next step just the same. */
function endsTheRun(end: StepEnd): end is Final {
  return ['noConnection', 'busy', 'signedOut', 'revoked', 'interrupted'].includes(end.kind)
}

function isHurdle(end: StepEnd): end is Hurdle {
  return end.kind !== 'done' && end.kind !== 'recordsFirst' && !endsTheRun(end)
}

async function endWith(run: Run, stop: Final): Promise<RunEnd> {
  if (stop.kind !== 'revoked') return { kind: 'stopped', stop }
  // A forged or foreign order wipes nothing: then this is a refusal like any other.
  if (await obeyWipeOrder(run.store, stop.order)) return { kind: 'wiped' }
  return { kind: 'stopped', stop: { kind: 'refused', status: 403, code: 'revoked' } }
}
