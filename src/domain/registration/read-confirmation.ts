// Step 5 as typed and drawn → how the person confirmed what was read aloud.
import type { PhotoRole } from '../paper.ts'
import { tidyText } from '../tidy-text.ts'
import type { RegistrationDraft } from './draft.ts'
import type { Missing, Read } from './missing.ts'

export type RegisteredConfirmation = { how: 'signature' } | { how: 'thumbprint' } | { how: 'witness'; witness: string }

/** @param photos roles of the pictures that the draft holds. */
export function readConfirmation(
  typed: RegistrationDraft['confirmation'],
  photos: readonly PhotoRole[],
): Read<RegisteredConfirmation> {
  switch (typed.how) {
    case '':
      return { kind: 'lacking', missing: ['confirmation'] }
    case 'signature':
    case 'thumbprint': {
      if (!photos.includes(typed.how)) return { kind: 'lacking', missing: [typed.how] }
      return { kind: 'whole', value: { how: typed.how } }
    }
    case 'witness': {
      const witness = tidyText(typed.witness)
      const missing: Missing[] = []
      if (witness === '') missing.push('witnessName')
      if (!photos.includes('witnessSignature')) missing.push('witnessSignature')
      return missing.length > 0 ? { kind: 'lacking', missing } : { kind: 'whole', value: { how: 'witness', witness } }
    }
  }
}
