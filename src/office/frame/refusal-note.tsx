// A request that failed, in a sentence.
import { problemWords } from '../../text/office/problems.ts'
import { frameWords } from '../../text/office/frame.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../ui/language.tsx'
import type { Refusal } from '../actions/ask-server.ts'

/** The sentence for a refusal in the language spoken now. */
export function useSentence(): (refusal: Refusal) => string {
  const t = useWords(problemWords)
  return (refusal) => {
    if (refusal.kind === 'noConnection') return t.noConnection
    const { code } = refusal
    return code in t ? t[code as keyof typeof t] : t.other
  }
}

/** Says why something failed; nothing while all is well, and nothing that the door already says. */
export function RefusalNote({ refusal, onRetry }: { refusal: Refusal | null; onRetry?: () => void }) {
  const sentence = useSentence()
  const t = useWords(frameWords)
  if (refusal === null || (refusal.kind === 'problem' && refusal.code === 'signed_out')) return null
  return (
    <Banner
      tone="bad"
      actions={
        onRetry && (
          <Button icon="sync" onClick={onRetry}>
            {t.again}
          </Button>
        )
      }
    >
      {sentence(refusal)}
    </Banner>
  )
}
