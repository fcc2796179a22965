// Ids that clients make. They are handed in from outside: nothing in this room makes an id or reads a clock.
import { z } from 'zod'
import { uuidV7 } from './uuid.ts'

/** A UUID version 7 in lower case, as every id that travels is written. */
export const Uuid = z.string().regex(uuidV7)

export const RecordId = Uuid.brand<'RecordId'>()
export type RecordId = z.infer<typeof RecordId>

export const BeneficiaryId = Uuid.brand<'BeneficiaryId'>()
export type BeneficiaryId = z.infer<typeof BeneficiaryId>

export const EntitlementId = Uuid.brand<'EntitlementId'>()
export type EntitlementId = z.infer<typeof EntitlementId>

export const ProfileId = Uuid.brand<'ProfileId'>()
export type ProfileId = z.infer<typeof ProfileId>

export const StaffId = Uuid.brand<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>

/** Five digits; means something only together with its version of the administrative division. */
export const CommuneCode = z
  .string()
  .regex(/^\d{5}$/)
  .brand<'CommuneCode'>()
export type CommuneCode = z.infer<typeof CommuneCode>

/** Lower-case hex SHA-256 of a photo's bytes: its address everywhere. */
export const PhotoHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'PhotoHash'>()
export type PhotoHash = z.infer<typeof PhotoHash>
