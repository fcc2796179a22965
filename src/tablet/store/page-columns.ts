// What of each line of a page is in memory while the vault is open, column by column: a quarter of the bytes of the lines, and
// quicker to read than as many objects. The lines themselves stay sealed until a person is opened.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import type { ChangeLine } from '../../protocol/changes.ts'

/** A line that stays on the list. */
export type ListedLine = Extract<ChangeLine, { type: 'beneficiary' | 'entitlement' }>

/** What people are found by and shown with in a list of results. */
export type ListedBeneficiary = Pick<
  Beneficiary,
  'id' | 'commune' | 'name' | 'birth' | 'hamlet' | 'idNumber' | 'oldIdNumber' | 'phone' | 'fileCode'
> & { readonly method: Pick<NonNullable<Beneficiary['method']>, 'kind'> | null }

export type ListedEntitlement = Pick<Entitlement, 'id' | 'beneficiary' | 'commune' | 'programme' | 'state'>

type Kind = NonNullable<ListedBeneficiary['method']>['kind']

/** One entry per line of its kind, in the order of the page. */
export type PageColumns = {
  readonly beneficiary: {
    readonly id: readonly BeneficiaryId[]
    readonly name: readonly string[]
    readonly birth: readonly ListedBeneficiary['birth'][]
    readonly hamlet: readonly (string | null)[]
    readonly idNumber: readonly ListedBeneficiary['idNumber'][]
    readonly oldIdNumber: readonly ListedBeneficiary['oldIdNumber'][]
    readonly phone: readonly ListedBeneficiary['phone'][]
    readonly fileCode: readonly (string | null)[]
    readonly method: readonly (Kind | null)[]
  }
  readonly entitlement: {
    readonly id: readonly EntitlementId[]
    /** The person's id, or which beneficiary of this page it is: mostly they stand together. */
    readonly beneficiary: readonly (BeneficiaryId | number)[]
    readonly programme: readonly ListedEntitlement['programme'][]
    readonly state: readonly ListedEntitlement['state'][]
  }
}

/** The columns of a page's lines. */
export function columnsOf(lines: readonly ListedLine[]): PageColumns {
  const people = lines.filter((line) => line.type === 'beneficiary')
  const terms = lines.filter((line) => line.type === 'entitlement')
  const placeOf = new Map(people.map(({ id }, place) => [id, place]))
  return {
    beneficiary: {
      id: people.map(({ id }) => id),
      name: people.map(({ name }) => name),
      birth: people.map(({ birth }) => birth),
      hamlet: people.map(({ hamlet }) => hamlet),
      idNumber: people.map(({ idNumber }) => idNumber),
      oldIdNumber: people.map(({ oldIdNumber }) => oldIdNumber),
      phone: people.map(({ phone }) => phone),
      fileCode: people.map(({ fileCode }) => fileCode),
      method: people.map(({ method }) => method?.kind ?? null),
    },
    entitlement: {
      id: terms.map(({ id }) => id),
      beneficiary: terms.map(({ beneficiary }) => placeOf.get(beneficiary) ?? beneficiary),
      programme: terms.map(({ programme }) => programme),
      state: terms.map(({ state }) => state),
    },
  }
}

/** Of a line that came just now. */
export function listedBeneficiary(line: Beneficiary): ListedBeneficiary {
  const { id, commune, name, birth, hamlet, idNumber, oldIdNumber, phone, fileCode, method } = line
  return { id, commune, name, birth, hamlet, idNumber, oldIdNumber, phone, fileCode, method: methodOf(method?.kind) }
}

/** Of a line that came just now. */
export function listedEntitlement({ id, beneficiary, commune, programme, state }: Entitlement): ListedEntitlement {
  return { id, beneficiary, commune, programme, state }
}

/** A page's people, in the order of its columns. */
export function readBeneficiaries({ beneficiary: columns }: PageColumns, commune: CommuneCode): ListedBeneficiary[] {
  const { id: ids, name, birth, hamlet, idNumber, oldIdNumber, phone, fileCode, method } = columns
  return ids.map((id, at) => ({
    id,
    commune,
    name: name[at] ?? '',
    birth: birth[at] ?? null,
    hamlet: hamlet[at] ?? null,
    idNumber: idNumber[at] ?? null,
    oldIdNumber: oldIdNumber[at] ?? null,
    phone: phone[at] ?? null,
    fileCode: fileCode[at] ?? null,
    method: methodOf(method[at]),
  }))
}

function methodOf(kind: Kind | null | undefined): ListedBeneficiary['method'] {
  return kind === null || kind === undefined ? null : { kind }
}
