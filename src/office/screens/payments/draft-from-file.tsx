// A month drafted from a file: which one, and which of its rows nobody could be found for.
import { useCallback, useState } from 'react'
import type { PeriodDetail, UnmatchedRow } from '../../../protocol/office/periods.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { paymentFileWords } from '../../../text/office/payment-file.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { draftPeriod, listFiles } from '../../actions/manage-payments.ts'
import { formatMoment } from '../../frame/moments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'

type Props = { detail: PeriodDetail; onChanged: () => void }

/** The button, and what it opens. */
export function DraftFromFile({ detail, onChanged }: Props) {
  const t = useWords(paymentFileWords)
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    onChanged()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.fromFile}</Button>
      {open && <FileDialog detail={detail} onClose={close} />}
    </>
  )
}

function FileDialog({ detail, onClose }: { detail: PeriodDetail; onClose: () => void }) {
  const { ask } = useSession()
  const t = useWords(paymentFileWords)
  const words = useWords(frameWords)
  const draft = useWords(paymentWords).draft
  const { commune, period, version } = detail
  const files = useLoaded(useCallback((signal) => listFiles(commune, signal), [commune]))
  const [chosen, setChosen] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [unmatched, setUnmatched] = useState<readonly UnmatchedRow[] | null>(null)
  const usable = (files.value?.items ?? []).filter(({ state }) => state !== 'undone')

  const start = async () => {
    setTried(true)
    if (chosen === '') return
    setBusy(true)
    const answer = await ask(draftPeriod({ commune, period }, version, chosen))
    setBusy(false)
    setRefusal(answer.kind === 'ok' ? null : answer)
    if (answer.kind === 'ok') setUnmatched(answer.value.unmatched)
  }

  return (
    <Dialog
      open
      title={t.fromFile}
      onClose={onClose}
      actions={
        unmatched === null ? (
          <>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button variant="primary" busy={busy} disabled={usable.length === 0} onClick={() => void start()}>
              {draft}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t.close}
          </Button>
        )
      }
    >
      {unmatched !== null ? (
        <Unmatched rows={unmatched} />
      ) : (
        <div className="stack">
          <p>{t.lead}</p>
          <RefusalNote refusal={refusal ?? files.refusal} />
          {files.value !== null && usable.length === 0 ? (
            <Banner tone="info">{t.none}</Banner>
          ) : (
            <SelectField
              label={t.file}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
              placeholder=""
              error={tried && chosen === '' ? t.missing : undefined}
              options={usable.map(({ id, fileName, createdAt, people }) => {
                return { value: id, label: t.fileOf(fileName, formatMoment(createdAt), people.toLocaleString('vi-VN')) }
              })}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}

function Unmatched({ rows }: { rows: readonly UnmatchedRow[] }) {
  const t = useWords(paymentFileWords)
  if (rows.length === 0) {
    return (
      <Banner tone="good" announce>
        {t.allMatched}
      </Banner>
    )
  }
  return (
    <div className="stack">
      <Banner tone="warn" announce>
        {t.unmatched(rows.length.toLocaleString('vi-VN'))}
      </Banner>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.why}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, name, because }) => (
              <tr key={row}>
                <td>{row}</td>
                <td>{name}</td>
                <td>{t.because[because]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
