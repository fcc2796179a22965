// One import: how its file is understood, what it would change row by row, the commit, and afterwards the undo.
import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { ImportPreview } from '../../../protocol/office/imports.ts'
import { exportWords } from '../../../text/office/exports.ts'
import { importWords } from '../../../text/office/import.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { discardImport, type ImportPlace, originalFileUrl, problemsUrl, readImport } from '../../actions/import-list.ts'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { MoreRows } from '../../frame/more-rows.tsx'
import { Page } from '../../frame/page.tsx'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import type { Refusal } from '../../actions/ask-server.ts'
import { CommitPanel } from './commit-panel.tsx'
import { FileQuestions } from './file-questions.tsx'
import { StateBadge } from './import-history.tsx'
import { PreviewLines } from './preview-lines.tsx'
import { UndoButton } from './undo-button.tsx'
import { UnderstandingPanel } from './understanding-panel.tsx'

const askAgainMs = 1500

/** The screen of one import. */
export function ImportPreviewScreen({ place }: { place: ImportPlace }) {
  const t = useWords(importWords)
  const { commune, id } = place
  const load = useCallback((signal: AbortSignal) => readImport({ commune, id }, signal), [commune, id])
  const { value, refusal, loading, reload } = useLoaded(load)
  const [changed, setChanged] = useState<ImportPreview | null>(null)
  // Counts the readings of the file: lines are loaded anew after each.
  const [round, setRound] = useState(0)
  const preview = changed ?? value
  const refresh = () => {
    setChanged(null)
    setRound((before) => before + 1)
    reload()
  }
  // A commit that was begun elsewhere, or before this page was left.
  const isRunning = preview !== null && preview.running !== null
  useEffect(() => {
    if (!isRunning) return
    const again = setTimeout(() => {
      setChanged(null)
      reload()
    }, askAgainMs)
    return () => clearTimeout(again)
  }, [isRunning, preview, reload])
  const settle = (next: ImportPreview) => {
    setChanged(next)
    setRound((before) => before + 1)
  }
  return (
    <Page
      title={preview?.state === 'preview' ? t.previewTitle : t.title}
      actions={preview && <Ways preview={preview} place={place} />}
    >
      {preview === null ? (
        <MoreRows loading={loading} refusal={refusal} more={null} reload={reload} empty={null} />
      ) : (
        <>
          <About preview={preview} place={place} />
          {preview.state === 'preview' && <FileQuestions place={place} preview={preview} onRead={settle} />}
          {preview.state === 'preview' && <UnderstandingPanel place={place} preview={preview} onRead={settle} />}
          <CommitPanel place={place} preview={preview} onChanged={refresh} />
          {preview.state === 'committed' && <UndoButton place={place} preview={preview} onUndone={refresh} />}
          <PreviewLines key={round} place={place} preview={preview} onTaken={setChanged} />
        </>
      )}
    </Page>
  )
}

function Ways({ preview, place }: { preview: ImportPreview; place: ImportPlace }) {
  const t = useWords(importWords)
  const { ask } = useSession()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const discard = async () => {
    setBusy(true)
    const answer = await ask(discardImport(place))
    setBusy(false)
    if (answer.kind === 'ok') return go('/nhap-danh-sach')
    setRefusal(answer)
  }
  return (
    <>
      <RefusalNote refusal={refusal} />
      <Button variant="quiet" icon="arrowLeft" onClick={() => go('/nhap-danh-sach')}>
        {t.back}
      </Button>
      {preview.state === 'preview' && (
        <Button variant="danger" icon="trash" busy={busy} onClick={() => void discard()}>
          {t.discard}
        </Button>
      )}
    </>
  )
}

function About({ preview, place }: { preview: ImportPreview; place: ImportPlace }) {
  const t = useWords(importWords)
  const exportTexts = useWords(exportWords)
  const nameOf = useCommuneName()
  const { summary } = preview
  return (
    <section className="card stack stack--tight">
      <h2>
        {preview.fileName} · {nameOf(preview.commune)} <StateBadge state={preview.state} />
      </h2>
      <p>
        <strong>{t.sums(preview.people, preview.sumMonthly, preview.sumTotal)}</strong>
      </p>
      <p className="soft">
        {t.readAs(summary.sheets[summary.sheet]?.name ?? '', summary.encoding)}{' '}
        <a href={originalFileUrl(place)} download>
          {t.original}
        </a>
      </p>
      <p>
        <a href={problemsUrl(place, 'xlsx')} download>
          {exportTexts.problems}
        </a>
      </p>
      <p className="soft import-checksum">{t.checksum(preview.fileSha256)}</p>
      {summary.sumMismatches.length > 0 && (
        <Banner tone="warn">
          <ul>
            {summary.sumMismatches.slice(0, 10).map((sum) => (
              <li key={`${sum.row} ${sum.field}`}>
                {t.sumMismatch(sum.row, sum.label, t.sumField[sum.field], sum.stated, sum.counted)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {summary.passedOver.length > 0 && (
        <details>
          <summary className="import-summary">{t.passedOver(summary.passedOver.length)}</summary>
          <ul>
            {summary.passedOver.map(({ row, text }) => (
              <li key={row}>
                {t.row} {row}: {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
