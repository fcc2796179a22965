// What can be done with a person beside changing details: death, move, removal.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { listEditWords } from '../../../text/office/list-edit.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { DeathDialog } from './death-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RemovalDialog } from './removal-dialog.tsx'

type Props = { person: PersonDetail; onSaved: () => void }

/** `Việc khác`. */
export function PersonActions({ person, onSaved }: Props) {
  const t = useWords(listEditWords)
  const [, navigate] = useLocation()
  const severalCommunes = useSession().session.communes.length > 1
  const [open, setOpen] = useState<'death' | 'move' | 'removal' | null>(null)
  const close = () => setOpen(null)
  const done = () => {
    close()
    onSaved()
  }
  return (
    <section className="card stack" aria-labelledby="more-actions">
      <h2 id="more-actions">{t.moreActions}</h2>
      <div className="row">
        <Button onClick={() => setOpen('death')}>{person.died === null ? t.died : t.correctDeath}</Button>
        {severalCommunes && <Button onClick={() => setOpen('move')}>{t.move}</Button>}
        <Button variant="quiet" onClick={() => setOpen('removal')}>
          {t.remove}
        </Button>
      </div>
      {open === 'death' && <DeathDialog person={person} onClose={close} onSaved={done} />}
      {open === 'move' && <MoveDialog person={person} onClose={close} onSaved={done} />}
      {open === 'removal' && (
        <RemovalDialog person={person} onClose={close} onRemoved={() => navigate('/danh-sach')} onStale={done} />
      )}
    </section>
  )
}
