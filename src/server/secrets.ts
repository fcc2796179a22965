// Secrets that people and tablets carry are random; the server keeps only their hash.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { crockford } from '../protocol/enrolment-code.ts'

/** 32 random bytes in base64url (43 characters). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Ten random Crockford characters (50 bits): an enrolment code as it is stored before formatting. */
export function newEnrolmentCode(): string {
  return Array.from({ length: 10 }, () => crockford[randomInt(crockford.length)]).join('')
}

/** base64url of SHA-256: how a random secret is stored. Not for passwords. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('base64url')
}

/** Compares two hashes without telling by time where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
