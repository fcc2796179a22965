import { formatClock } from '../../../text/moments.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { useWords } from '../../../ui/language.tsx'
import type { AutosaveState } from './autosave.ts'
import './draft-note.css'

/** Whether what was typed is on disk: `Đã lưu nháp lúc 09:41`. */
export function DraftNote({ state }: { state: AutosaveState }) {
  const t = useWords(registerWords)
  if (state.kind === 'untouched') return null
  if (state.kind === 'failed') {
    return (
      <p className="draft-note draft-note--failed" role="alert">
        {t.draftFailed[state.why]}
      </p>
    )
  }
  return (
    <p className="draft-note" role="status">
      {state.kind === 'saving' ? t.draftSaving : t.draftSaved(formatClock(state.at))}
    </p>
  )
}
