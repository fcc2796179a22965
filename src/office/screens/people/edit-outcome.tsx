// What came of sending a change that was not saved, and the ways on from there.
import type { FieldChange } from '../../../domain/list-history/list-change.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { DuplicateList } from '../../frame/duplicate-list.tsx'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { FieldChanges, HistoryLines } from './history-lines.tsx'
import type { Conflict, EditOutcome } from './use-edit.ts'

type Props = {
  outcome: EditOutcome
  busy: boolean
  /** What the editor typed, for the comparison. */
  mine: readonly FieldChange[]
  /** Sends again although there may be duplicates; null where none are looked for. */
  onDespite: (() => void) | null
  /** Sends the same changes upon the version that others wrote. */
  onKeepMine: (conflict: Conflict) => void
  /** Forgets what was typed. */
  onTakeTheirs: (conflict: Conflict) => void
}

/** Nothing while all is well. */
export function EditOutcomeNote({ outcome, busy, mine, onDespite, onKeepMine, onTakeTheirs }: Props) {
  const t = useWords(listEditWords)
  switch (outcome.kind) {
    case 'open':
      return null
    case 'failed':
      return <RefusalNote refusal={outcome.refusal} />
    case 'refused':
      return <Banner tone="bad">{t.refused[outcome.because]}</Banner>
    case 'duplicates':
      return (
        <section className="card stack stack--tight" aria-labelledby="edit-duplicates">
          <h2 id="edit-duplicates">{t.duplicatesTitle}</h2>
          <Banner tone="warn" announce>
            {t.duplicates}
          </Banner>
          <DuplicateList duplicates={outcome.duplicates} newWindow />
          {onDespite && (
            <div className="row">
              <Button busy={busy} onClick={onDespite}>
                {t.despite}
              </Button>
            </div>
          )}
        </section>
      )
    case 'conflict':
      return (
        <section className="card stack stack--tight" aria-labelledby="edit-conflict">
          <h2 id="edit-conflict">{t.conflictTitle}</h2>
          <Banner tone="warn" announce>
            {t.conflict(outcome.lines.length)}
          </Banner>
          <HistoryLines lines={outcome.lines} />
          {mine.length > 0 && (
            <>
              <h3>{t.mine}</h3>
              <FieldChanges changes={mine} />
            </>
          )}
          <div className="row">
            <Button variant="primary" busy={busy} onClick={() => onKeepMine(outcome)}>
              {t.keepMine}
            </Button>
            <Button onClick={() => onTakeTheirs(outcome)}>{t.takeTheirs}</Button>
          </div>
        </section>
      )
  }
}
