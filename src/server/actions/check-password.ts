// Passwords at rest: Argon2id at OWASP's floor. Checking takes as long for somebody who does not exist.
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a random text that nobody knows, made with the costs above. */
const nobodysHash = hash(crypto.randomUUID() + crypto.randomUUID(), cost)

/** @returns the hash in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

/** Whether the password fits. Without a hash the same work is done, and the answer is no. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobodysHash), password.normalize('NFC'))
  return fits && typeof passwordHash === 'string'
}
