// Which commune, which file.
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { BadFile } from '../../../protocol/office/imports.ts'
import { importTermWords } from '../../../text/office/import-terms.ts'
import { importWords } from '../../../text/office/import.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { uploadList } from '../../actions/import-list.ts'
import { useSentence } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'

/** The sentence for a file that was not taken. */
export function useFileSentence(): (refusal: Refusal) => string {
  const terms = useWords(importTermWords)
  const sentence = useSentence()
  return (refusal) => {
    const bad = refusal.kind === 'problem' ? BadFile.safeParse(refusal.problem) : null
    if (bad?.success) return terms.problem[bad.data.reason]
    return refusal.kind === 'problem' && refusal.code === 'too_large' ? terms.problem.tooLarge : sentence(refusal)
  }
}

/** Uploads a list and goes on to its preview. */
export function UploadForm() {
  const t = useWords(importWords)
  const { session, ask } = useSession()
  const { communes } = session
  const sentence = useFileSentence()
  const [, go] = useLocation()
  const [commune, setCommune] = useState<string>(communes.length === 1 ? (communes[0]?.code ?? '') : '')
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const place = communes.find(({ code }) => code === commune)
    if (!place || !file) return
    setBusy(true)
    setProblem(null)
    const answer = await ask(uploadList(place.code, file))
    setBusy(false)
    if (answer.kind === 'ok') return go(`/nhap-danh-sach/${place.code}/${answer.value.id}`)
    setProblem(sentence(answer))
  }
  return (
    <form className="card stack" onSubmit={(event) => void submit(event)}>
      <h2>{t.newTitle}</h2>
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      <SelectField
        label={t.commune}
        value={commune}
        onChange={(event) => setCommune(event.target.value)}
        options={communes.map(({ code, name }) => ({ value: code, label: name }))}
        placeholder={t.chooseCommune}
        error={tried && commune === '' ? t.needCommune : undefined}
      />
      <Field
        className="office-file"
        label={t.file}
        hint={t.fileHint}
        error={tried && file === null ? t.needFile : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="file"
            className="input"
            accept=".xlsx,.xls,.csv,.txt"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              setProblem(null)
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" icon="upload" busy={busy}>
        {busy ? t.reading : t.read}
      </Button>
    </form>
  )
}
