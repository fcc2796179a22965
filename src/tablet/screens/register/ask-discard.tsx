import { useLocation } from 'wouter'
import { registerWords } from '../../../text/tablet/register.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { discardDraft } from '../../actions/discard-draft.ts'
import type { Autosave } from '../../frame/draft/autosave.ts'
import { useSession } from '../../frame/session-context.tsx'
import { useRegistration } from './registration-context.tsx'

/** Whether the draft and its photos shall really go. */
export function AskDiscard({ autosave, onKeep }: { autosave: Autosave; onKeep: () => void }) {
  const t = useWords(registerWords)
  const session = useSession()
  const { draft } = useRegistration()
  const [, navigate] = useLocation()
  const discard = async () => {
    await autosave.stop()
    await discardDraft(session, draft.id)
    navigate('/', { replace: true })
  }
  return (
    <Dialog
      open
      title={t.discard}
      onClose={onKeep}
      actions={
        <>
          <Button onClick={onKeep}>{t.discardNo}</Button>
          <Button variant="danger" onClick={() => void discard()}>
            {t.discardYes}
          </Button>
        </>
      }
    >
      <p>{t.discardSure}</p>
    </Dialog>
  )
}
