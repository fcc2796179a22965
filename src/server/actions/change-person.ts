// What the list says of somebody, changed by hand.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { BeneficiaryId } from '../../domain/ids.ts'
import { liesAfter } from '../../domain/calendar-date.ts'
import { changedFields } from '../../domain/list-history/changed-fields.ts'
import { normalizeName } from '../../domain/person-name.ts'
import { tidyOrNull } from '../../domain/tidy-text.ts'
import type { PersonChange, PersonFields } from '../../protocol/office/list-edits.ts'
import type { OfficeActor } from '../actor.ts'
import { saidFields } from '../said-fields.ts'
import { writeAudit } from '../store/audit.ts'
import type { ServerTools } from '../tools.ts'
import { findDuplicates } from './find-duplicates.ts'
import { type EditResult, saved, versionIn, withPerson, writeDown } from './open-person.ts'

const texts = ['fileCode', 'permanentAddress', 'currentAddress', 'hamlet'] as const
/** Fields by which two people are taken for one. */
const identity = new Set(['name', 'birth', 'idNumber'])

/** Typed fields as they are kept: names and texts without stray spaces, nobody's phone without a phone. */
export function tidyFields<Fields extends Partial<PersonFields>>(fields: Fields): Fields {
  const tidy = { ...fields }
  if (typeof tidy.name === 'string') tidy.name = normalizeName(tidy.name)
  for (const text of texts) if (typeof tidy[text] === 'string') tidy[text] = tidyOrNull(tidy[text])
  if (tidy.phone === null) tidy.phoneOwner = null
  return tidy
}

/** Changes fields of one person, from a day on or as a correction of what was never so. */
export function changePerson(
  tools: ServerTools,
  actor: OfficeActor,
  id: BeneficiaryId,
  { version, set, from, reason, despiteDuplicates }: PersonChange,
): Promise<EditResult> {
  return withPerson(tools, actor, { id, version }, async (open) => {
    const { trx, person } = open
    const after: Beneficiary = { ...person, ...tidyFields(saidFields(set)) }
    const fields = changedFields(person, after)
    if (fields.length === 0) return saved(id, versionIn(open.changes))
    if (after.birth !== null && liesAfter(after.birth, open.today)) return { kind: 'refused', because: 'inFuture' }
    if (!despiteDuplicates && fields.some(({ field }) => identity.has(field))) {
      const duplicates = await findDuplicates(trx, {
        commune: person.commune,
        person: after,
        except: { beneficiary: id, registrations: [] },
        elsewhere: actor.communes.filter((code) => code !== person.commune),
      })
      if (duplicates.length > 0) return { kind: 'duplicates', duplicates }
    }
    const cause = { source: 'office', staffId: actor.staffId, reason } as const
    const statement = { thing: 'beneficiary', thingId: id, kind: 'changed', from, until: null, fields } as const
    const now = await writeDown(open, [statement], cause)
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.changed',
      commune: person.commune,
      thing: 'beneficiary',
      thingId: id,
      detail: { fields: fields.map(({ field }) => field) },
    })
    return saved(id, now)
  })
}
