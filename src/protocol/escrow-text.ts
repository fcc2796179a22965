// An escrow as it travels. Apart from `escrow.ts`, so that whoever only passes one on does not load the cryptography.
import { z } from 'zod'

/** base64url of the encapsulated key (65 bytes) ‖ cipher text of the 32-byte data key ‖ tag. */
export const Escrow = z.string().regex(/^[A-Za-z0-9_-]{151}$/)
export type Escrow = z.infer<typeof Escrow>
