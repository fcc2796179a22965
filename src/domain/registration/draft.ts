// A registration as far as it has been typed: text as it stands in each field, nothing read yet, nothing refused.
import { z } from 'zod'
import { PhoneOwner } from '../beneficiary.ts'
import { IdKind } from '../citizen-id.ts'
import { Consent } from '../consent.ts'
import { Programme } from '../entitlement.ts'
import { RecordId } from '../ids.ts'
import { Paper, PhotoRole } from '../paper.ts'
import { HomeReason } from '../payment-method.ts'
import { Sex } from '../sex.ts'

/** The five steps, in the order of the trail; an officer may take them in any order. */
export const RegistrationStep = z.enum(['person', 'substitute', 'method', 'papers', 'confirmation'])
export type RegistrationStep = z.infer<typeof RegistrationStep>

// A draft kept by an older or newer app must open: what is absent or unknown becomes empty, the rest stays.
const text = z.string().catch('')
const choice = <T extends z.ZodType<string>>(options: T) => z.union([options, z.literal('')]).catch('')

const orEmpty = <T extends z.ZodType>(part: T) => part.catch(() => part.parse({}))

const PersonDraft = z.object({
  name: text,
  birth: text,
  sex: choice(Sex),
  idKind: IdKind.catch('cccd'),
  idNumber: text,
  idIssued: text,
  oldIdNumber: text,
  phone: text,
  phoneOwner: choice(PhoneOwner),
  permanentAddress: text,
  currentAddress: text,
  hamlet: text,
  fileCode: text,
  programme: choice(Programme),
  category: text,
})

const SubstituteDraft = z.object({
  kind: z.enum(['none', 'guardian', 'authorisedPerson']).catch('none'),
  name: text,
  relation: text,
  idNumber: text,
  phone: text,
  address: text,
  paperNumber: text,
  paperDate: text,
  certifiedBy: text,
  validUntil: text,
})

const MethodDraft = z.object({
  kind: choice(z.enum(['bankAccount', 'digitalAccount', 'cashAtPoint', 'cashAtHome'])),
  bank: text,
  /** No bank account yet: one is to be opened. */
  openBankAccount: z.boolean().catch(false),
  accountNumber: text,
  /** The number typed a second time. */
  accountAgain: text,
  holder: text,
  provider: text,
  /** No digital account yet: one is to be opened. */
  openDigitalAccount: z.boolean().catch(false),
  digitalPhone: text,
  point: text,
  homeReason: choice(HomeReason),
  homeNote: text,
})

const ConfirmationDraft = z.object({
  how: choice(z.enum(['signature', 'thumbprint', 'witness'])),
  witness: text,
})

/** The earlier record that came back from the office, and what it asked for. */
const EarlierRecord = z.object({
  id: RecordId,
  /** Roles of the photos that the office already has. */
  photos: z.array(PhotoRole),
  asked: z.array(Paper),
  note: z.string().nullable(),
})

export const RegistrationDraft = z.object({
  person: orEmpty(PersonDraft),
  substitute: orEmpty(SubstituteDraft),
  method: orEmpty(MethodDraft),
  lacksCitizenId: z.boolean().catch(false),
  /** Who answered the questions of consent. */
  answeredBy: z.enum(['self', 'substitute']).catch('self'),
  consents: z.array(Consent).catch([]),
  confirmation: orEmpty(ConfirmationDraft),
  note: text,
  earlier: EarlierRecord.nullable().catch(null),
})
export type RegistrationDraft = z.infer<typeof RegistrationDraft>

/** A draft in which nothing has been typed. */
export function emptyDraft(): RegistrationDraft {
  return RegistrationDraft.parse({})
}
