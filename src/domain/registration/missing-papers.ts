// Photos that a dossier still lacks, and why each is asked for. A lack is told, it never keeps a record from being saved.
import type { Paper, PhotoRole } from '../paper.ts'
import type { RegistrationDraft } from './draft.ts'

/** Why a paper is asked for. */
export type PaperReason = 'toOpenAccount' | 'substituteReceives' | 'officeAsked'
export type MissingPaper = { paper: Paper; why: PaperReason }

const photographed: readonly Paper[] = ['cardFront', 'cardBack', 'person', 'authorisation', 'other']

/** Photos that the office holds of the earlier record and did not ask for again, and those of this draft. */
export function photosAtHand(draft: RegistrationDraft, photos: readonly PhotoRole[]): PhotoRole[] {
  const earlier = draft.earlier
  if (earlier === null) return [...photos]
  const asked: readonly string[] = earlier.asked
  // A signature confirms what is read aloud today; an older one does not.
  const kept = earlier.photos.filter((role) => !asked.includes(role) && photographed.some((paper) => paper === role))
  return [...photos, ...kept]
}

/** @param photos roles of the pictures that the draft itself holds. */
export function missingPapers(draft: RegistrationDraft, photos: readonly PhotoRole[]): MissingPaper[] {
  const wanted: MissingPaper[] = []
  const want = (paper: Paper, why: PaperReason) => {
    if (!wanted.some((already) => already.paper === paper)) wanted.push({ paper, why })
  }
  for (const paper of draft.earlier?.asked ?? []) if (photographed.includes(paper)) want(paper, 'officeAsked')
  const wantsAccount = draft.method.kind === 'bankAccount' || draft.method.kind === 'digitalAccount'
  if (wantsAccount) {
    want('cardFront', 'toOpenAccount')
    want('cardBack', 'toOpenAccount')
  }
  if (draft.substitute.kind === 'authorisedPerson') want('authorisation', 'substituteReceives')
  const atHand: readonly string[] = photosAtHand(draft, photos)
  return wanted.filter(({ paper }) => !atHand.includes(paper))
}
