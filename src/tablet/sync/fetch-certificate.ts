// Step: the office's word on this tablet's key, without which no receipt can be given. Only where somebody is to be paid.
import { CertificateResponse } from '../../protocol/certificate.ts'
import { keepCertificate, readCertificate } from '../store/certificate.ts'
import { askFor } from './ask-server.ts'
import { isInterrupted, type Run } from './run.ts'
import { type Stop, stopFor } from './stop.ts'

/** A tablet that stays away for that long still has a certificate to sign with. */
const renewBeforeMs = 30 * 24 * 60 * 60_000

/** Fetches it once, and again before it runs out. A server that gives none stops nothing. */
export async function fetchCertificate(run: Run): Promise<Stop | { kind: 'done' }> {
  const known = await readCertificate(run.store)
  if (known !== null && known.until - run.now() > renewBeforeMs) return { kind: 'done' }
  const answer = await askFor(run.line, { method: 'GET', path: '/certificate' }, CertificateResponse)
  if (answer.kind === 'answer') {
    await keepCertificate(run.store, answer.value)
    return { kind: 'done' }
  }
  if (isInterrupted(run)) return { kind: 'interrupted' }
  const stop = stopFor(answer)
  return stop.kind === 'refused' ? { kind: 'done' } : stop
}
