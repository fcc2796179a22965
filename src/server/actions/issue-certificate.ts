// The office's word that a tablet's key belongs to a member of its staff: what makes a receipt checkable by anybody.
import { toBase64Url } from '../../protocol/bytes.ts'
import { type CertificateResponse, signCertificate } from '../../protocol/certificate.ts'
import type { TabletActor } from '../actor.ts'
import { staffNames } from '../store/payable-people.ts'
import type { ServerTools } from '../tools.ts'

const day = 86_400_000
const validDays = 400

/** A certificate of the tablet's profile from yesterday on, for a clock that is a little behind. */
export async function issueCertificate(tools: ServerTools, actor: TabletActor): Promise<CertificateResponse> {
  const { profileId, publicKey, staffId } = actor
  const today = Math.floor(tools.now() / day) * day
  const until = today + validDays * day
  const staffName = (await staffNames(tools.db, [staffId])).get(staffId) ?? ''
  const certified = { profileId, publicKey, staffName, from: today - day, until }
  return { certificate: toBase64Url(await signCertificate(certified, tools.keys.signing.privateKey)), until }
}
