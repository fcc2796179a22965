// Sending a change of the list: it was saved, somebody else wrote in between, there may be duplicates, or it was refused.
import { useState } from 'react'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import type { EditAnswer } from '../../../protocol/office/list-edits.ts'
import type { HistoryLine } from '../../../protocol/office/list-history.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import type { Answer, Refusal } from '../../actions/ask-server.ts'
import { readHistory } from '../../actions/edit-list.ts'
import { readPerson } from '../../actions/read-people.ts'
import { useSession } from '../../frame/session-context.tsx'

/** What others wrote since the editor looked. */
export type Conflict = { current: PersonDetail; lines: readonly HistoryLine[] }

export type EditOutcome =
  | { kind: 'open' }
  | { kind: 'failed'; refusal: Refusal }
  | ({ kind: 'conflict' } & Conflict)
  | Exclude<EditAnswer, { kind: 'saved' }>

const linesShown = 50

/**
 * @param of the person that the change is made upon; null for somebody new.
 * @param onSaved is handed the id of whom it was saved for.
 */
export function useEdit(of: { id: BeneficiaryId; version: number } | null, onSaved: (id: BeneficiaryId) => void) {
  const { ask } = useSession()
  const [outcome, setOutcome] = useState<EditOutcome>({ kind: 'open' })
  const [busy, setBusy] = useState(false)

  const lookAgain = async (id: BeneficiaryId, seen: number, refusal: Refusal): Promise<EditOutcome> => {
    const [person, history] = [await ask(readPerson(id)), await ask(readHistory(id, { limit: linesShown }))]
    if (person.kind !== 'ok' || history.kind !== 'ok') return { kind: 'failed', refusal }
    return { kind: 'conflict', current: person.value, lines: history.value.items.filter(({ n }) => n > seen) }
  }
  const send = async (request: Promise<Answer<EditAnswer>>) => {
    setBusy(true)
    const answer = await ask(request)
    if (answer.kind === 'ok') {
      if (answer.value.kind === 'saved') onSaved(answer.value.id)
      else setOutcome(answer.value)
    } else if (answer.kind === 'problem' && answer.code === 'conflict' && of !== null) {
      setOutcome(await lookAgain(of.id, of.version, answer))
    } else setOutcome({ kind: 'failed', refusal: answer })
    setBusy(false)
  }
  return { outcome, busy, send, settle: () => setOutcome({ kind: 'open' }) }
}
