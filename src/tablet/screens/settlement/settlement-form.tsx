import type { RecordId } from '../../../domain/ids.ts'
import type { DayToSettle } from '../../../domain/payment/days-to-settle.ts'
import { figuresOf, type SettlementDraft, type SettlementLack } from '../../../domain/payment/settlement-draft.ts'
import { settlementWords } from '../../../text/tablet/settlement.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Ledger } from '../../actions/payment-ledger.ts'
import type { Draft } from '../../actions/session.ts'
import { DraftPhotosProvider } from '../../frame/capture/draft-photos-context.tsx'
import { SignatureField } from '../../frame/capture/signature-field.tsx'
import { DraftNote } from '../../frame/draft/draft-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { Figures } from './figures.tsx'
import { NoteCount } from './note-count.tsx'
import { type SettleOutcome, useSettlementForm } from './use-settlement-form.ts'

type Props = {
  open: { draft: Draft | null; content: SettlementDraft }
  day: DayToSettle
  ledger: Ledger
  onSaved: (id: RecordId) => void
}

/** A day's money from what went out to what came back, signed by both. */
export function SettlementForm({ open, day, ledger, onSaved }: Props) {
  const t = useWords(settlementWords)
  const { staff } = useSession()
  const { content, change, completion, outcome, save, signAgain, draftState, formPhotos } = useSettlementForm({
    open,
    day,
    onSaved,
  })
  if (day.plan.kind !== 'open') return null
  const { isAddition, paid } = day.plan
  const figures = figuresOf(content, paid)
  const missing = completion.kind === 'incomplete' ? completion.missing : []
  return (
    <DraftPhotosProvider value={formPhotos}>
      <div className="stack">
        <DraftNote state={draftState} />
        {isAddition && <Banner tone="info">{t.addition}</Banner>}
        <TextField
          label={isAddition ? t.cashOutMore : t.cashOut}
          hint={t.cashOutHint}
          inputMode="numeric"
          maxLength={20}
          value={content.cashOut}
          onChange={({ target }) => change({ cashOut: target.value })}
        />
        <Figures day={day} ledger={ledger} figures={figures} />
        <NoteCount counts={content.counts} figures={figures} onCounts={(counts) => change({ counts })} />
        {figures.difference !== null && figures.difference !== 0 && (
          <TextAreaField
            label={t.differenceReason}
            hint={t.differenceHint}
            maxLength={1000}
            value={content.differenceReason}
            onChange={({ target }) => change({ differenceReason: target.value })}
          />
        )}
        <TextField
          label={t.receiver}
          hint={t.receiverHint}
          maxLength={200}
          spellCheck={false}
          value={content.receiver}
          onChange={({ target }) => change({ receiver: target.value })}
        />
        <section className="stack stack--tight" aria-labelledby="officer-signs">
          <h3 id="officer-signs">{t.officerSigns(staff.name)}</h3>
          <SignatureField of="signature" name={t.officerSignature} />
        </section>
        <section className="stack stack--tight" aria-labelledby="receiver-signs">
          <h3 id="receiver-signs">{t.receiverSigns}</h3>
          <SignatureField of="witnessSignature" name={t.receiverSignature} />
        </section>
        <Trouble outcome={outcome} missing={missing} onSignAgain={() => void signAgain()} />
        <div className="settlement__buttons">
          <Button variant="primary" icon="check" busy={outcome.kind === 'saving'} onClick={() => void save()}>
            {t.save}
          </Button>
        </div>
      </div>
    </DraftPhotosProvider>
  )
}

type TroubleProps = { outcome: SettleOutcome; missing: readonly SettlementLack[]; onSignAgain: () => void }

function Trouble({ outcome, missing, onSignAgain }: TroubleProps) {
  const t = useWords(settlementWords)
  if (outcome.kind === 'none' || outcome.kind === 'saving') return null
  if (outcome.kind !== 'incomplete') return <Banner tone="bad">{t.failed[outcome.kind]}</Banner>
  // What was missing and has been entered since is missed no more.
  if (missing.length === 0) return null
  return (
    <Banner
      tone="bad"
      actions={missing.includes('changedSince') && <Button onClick={onSignAgain}>{t.signAgain}</Button>}
    >
      <p>
        <strong>{t.cannotSave}</strong>
      </p>
      <ul>
        {missing.map((lack) => (
          <li key={lack}>{t.lack[lack]}</li>
        ))}
      </ul>
    </Banner>
  )
}
