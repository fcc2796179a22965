// The history of a person, asked for when somebody wants to see it: asking is written into the log.
import { useCallback, useState } from 'react'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import type { HistoryLine, HistoryPage } from '../../../protocol/office/list-history.ts'
import { listHistoryWords } from '../../../text/office/list-history.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { readHistory } from '../../actions/edit-list.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { usePages } from '../../frame/use-loaded.ts'
import { HistoryLines } from './history-lines.tsx'

/** `Lịch sử`. */
export function HistoryPanel({ id }: { id: BeneficiaryId }) {
  const t = useWords(listHistoryWords)
  const [open, setOpen] = useState(false)
  return (
    <section className="card stack" aria-labelledby="history">
      <h2 id="history">{t.title}</h2>
      {open ? (
        <Pages id={id} />
      ) : (
        <div className="row">
          <Button icon="list" onClick={() => setOpen(true)}>
            {t.show}
          </Button>
          <span className="soft">{t.lead}</span>
        </div>
      )}
    </section>
  )
}

function Pages({ id }: { id: BeneficiaryId }) {
  const t = useWords(listHistoryWords)
  const pages = usePages<HistoryLine, HistoryPage>(
    useCallback((cursor, signal) => readHistory(id, { cursor, limit: 20 }, signal), [id]),
  )
  return (
    <>
      <p className="soft">{t.lead}</p>
      <HistoryLines lines={pages.items} />
      <MoreRows {...pages} empty={pages.first && pages.items.length === 0 ? t.empty : null} />
    </>
  )
}
