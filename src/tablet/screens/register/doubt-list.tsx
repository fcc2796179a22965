import type { Doubt } from '../../../domain/registration/doubts.ts'
import { registrationProblemWords } from '../../../text/tablet/registration-problems.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useRegistration } from './registration-context.tsx'

/** Doubts in words, at the place they are about. None of them keeps the record from being saved. */
export function DoubtList({ about }: { about?: readonly Doubt['kind'][] }) {
  const words = useWords(registrationProblemWords)
  const { doubts } = useRegistration()
  return doubts
    .filter(({ kind }) => about === undefined || about.includes(kind))
    .map((doubt) => (
      <Banner key={doubt.kind === 'idContradiction' ? doubt.with : doubt.kind} tone="warn">
        {doubt.kind === 'idContradiction' ? words.idContradiction[doubt.with] : words.doubt[doubt.kind]}
      </Banner>
    ))
}
