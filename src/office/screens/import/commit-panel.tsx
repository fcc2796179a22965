// What the commit would do, the button that does it, and how it ended.
import { useState } from 'react'
import type { ImportPreview } from '../../../protocol/office/imports.ts'
import { importWords } from '../../../text/office/import.ts'
import { Banner, type Tone } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { type CommitEnd, commitImport, type ImportPlace } from '../../actions/import-list.ts'
import { useSession } from '../../frame/session-context.tsx'

type Props = { place: ImportPlace; preview: ImportPreview; onChanged: () => void }

function useEnding(): (end: CommitEnd) => { tone: Tone; text: string } {
  const t = useWords(importWords)
  return (end) => {
    switch (end.kind) {
      case 'committed':
        return { tone: 'good', text: t.committed(end.added, end.changed, end.ceased) }
      case 'listChanged':
        return { tone: 'warn', text: t.listChanged }
      case 'notAPreview':
        return { tone: 'warn', text: t.notCommitted }
      case 'openQuestions':
        return { tone: 'warn', text: t.openQuestions }
      case 'failed':
        return { tone: 'bad', text: t.failed }
      case 'signedOut':
      case 'unknown':
        return { tone: 'bad', text: t.unknownEnd }
    }
  }
}

/** Nothing for an import that was undone. */
export function CommitPanel({ place, preview, onChanged }: Props) {
  const t = useWords(importWords)
  const { renew } = useSession()
  const ending = useEnding()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [end, setEnd] = useState<CommitEnd | null>(null)
  const { taken, result } = preview
  const count = Object.values(taken).reduce((sum, lines) => sum + lines, 0)
  const mayCommit = count > 0 && preview.questions.length === 0

  const commit = async () => {
    setEnd(null)
    setProgress({ done: 0, total: count })
    const how = await commitImport(place, (done, total) => setProgress({ done, total }))
    setProgress(null)
    setEnd(how)
    if (how.kind === 'signedOut') await renew()
    else onChanged()
  }
  const said = end === null ? null : ending(end)
  const shown = progress ?? preview.running
  return (
    <section className="stack" aria-live="polite">
      {said && <Banner tone={said.tone}>{said.text}</Banner>}
      {said === null && preview.state === 'committed' && result && (
        <Banner tone="good">{t.committed(result.added, result.changed, result.ceased)}</Banner>
      )}
      {preview.state === 'preview' && (
        <div className="card stack">
          <p>
            <strong>
              {count === 0
                ? t.nothingToDo
                : t.willDo(taken.added + taken.duplicate + taken.ambiguous, taken.changed, taken.missing)}
            </strong>
          </p>
          <p className="soft">{t.allOrNothing}</p>
          {preview.questions.length > 0 && <Banner tone="warn">{t.answerFirst}</Banner>}
          {shown ? (
            <Progress
              label={t.committing}
              done={shown.done}
              total={shown.total}
              detail={t.progressDetail(shown.done, shown.total)}
            />
          ) : (
            <Button variant="primary" icon="check" disabled={!mayCommit} onClick={() => void commit()}>
              {t.commit}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
