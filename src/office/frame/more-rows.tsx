// What stands under a list that comes page by page.
import { frameWords } from '../../text/office/frame.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../ui/language.tsx'
import type { Refusal } from '../actions/ask-server.ts'
import { RefusalNote } from './refusal-note.tsx'

type Props = {
  loading: boolean
  refusal: Refusal | null
  more: (() => void) | null
  reload: () => void
  /** Said when the list is empty. */
  empty: string | null
}

/** Loading, a failure, an empty list, or the button for the next page. */
export function MoreRows({ loading, refusal, more, reload, empty }: Props) {
  const t = useWords(frameWords)
  return (
    <div className="stack office-more" aria-live="polite">
      <RefusalNote refusal={refusal} onRetry={more ?? reload} />
      {loading && <p className="soft">{t.loading}</p>}
      {!loading && refusal === null && empty !== null && <p className="soft">{empty}</p>}
      {!loading && refusal === null && more && (
        <Button onClick={more} className="office-more__button">
          {t.more}
        </Button>
      )}
    </div>
  )
}
