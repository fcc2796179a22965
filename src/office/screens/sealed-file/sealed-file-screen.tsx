// A sealed file, brought by hand, is handed to the server.
import { type FormEvent, useState } from 'react'
import type { SealedFileAnswer } from '../../../protocol/office/sealed-files.ts'
import { queueWords } from '../../../text/office/queue.ts'
import { sealedFileWords } from '../../../text/office/sealed-file.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { takeSealedFile } from '../../actions/take-sealed-file.ts'
import { formatMoment } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useRegistrationTabs } from '../../frame/use-places.ts'

/** `Hồ sơ`, its third part. */
export function SealedFileScreen() {
  const { ask } = useSession()
  const t = useWords(sealedFileWords)
  const title = useWords(queueWords).title
  const tabs = useRegistrationTabs()
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [answer, setAnswer] = useState<SealedFileAnswer | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(file === null)
    setRefusal(null)
    setAnswer(null)
    if (file === null) return
    setBusy(true)
    const taken = await ask(takeSealedFile(file))
    setBusy(false)
    if (taken.kind === 'ok') setAnswer(taken.value)
    else setRefusal(taken)
  }

  return (
    <Page title={title} tabs={tabs}>
      <p className="office-lead">{t.lead}</p>
      <form className="card stack office-narrow" onSubmit={(event) => void submit(event)}>
        <Field className="office-file" label={t.file} error={missing ? t.choose : undefined}>
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              type="file"
              accept=".tannha"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
        <RefusalNote refusal={refusal} />
        <Button type="submit" variant="primary" icon="upload" busy={busy}>
          {busy ? t.sending : t.take}
        </Button>
      </form>
      {answer && <Taken answer={answer} />}
    </Page>
  )
}

function Taken({ answer: { staffName, madeAt, results, refused, photos } }: { answer: SealedFileAnswer }) {
  const t = useWords(sealedFileWords)
  const count = (status: 'accepted' | 'duplicate' | 'quarantined') =>
    results.filter((result) => result.status === status).length
  const lines = [
    count('accepted') > 0 && t.accepted(count('accepted')),
    count('duplicate') > 0 && t.duplicate(count('duplicate')),
    count('quarantined') > 0 && t.quarantined(count('quarantined')),
    photos.kept.length > 0 && t.photos(photos.kept.length),
    photos.refused.length > 0 && t.photosRefused(photos.refused.length),
  ].filter((line) => line !== false)
  const why = { sequence_gap: t.gap, fork: t.fork, bad_chain: t.badChain, bad_signature: t.badSignature }
  return (
    <Banner tone={refused ? 'warn' : 'good'}>
      <p>
        <strong>{t.done}</strong> {t.of(staffName, Number.isNaN(Date.parse(madeAt)) ? madeAt : formatMoment(madeAt))}
      </p>
      {refused && <p>{why[refused.code]}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Banner>
  )
}
