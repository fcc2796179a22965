// Forgotten PINs: the four digits that the officer reads out decide which tablet is meant.
import { type FormEvent, useState } from 'react'
import type { VaultRecovery } from '../../../protocol/office/tablets.ts'
import { tabletWords } from '../../../text/office/tablets.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { approveRecovery, listRecoveries } from '../../actions/manage-tablets.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { RefusalNote, useSentence } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { useTabletTabs } from '../../frame/use-places.ts'

const toneOf = { asked: 'warn', approved: 'info', fetched: 'good', expired: 'plain' } as const

/** `Máy và người dùng`, its third part. */
export function RecoveriesScreen() {
  const t = useWords(tabletWords)
  const tabs = useTabletTabs()
  const loaded = useLoaded(listRecoveries)
  const [done, setDone] = useState(false)
  const items = loaded.value?.items ?? []
  return (
    <Page title={t.title} tabs={tabs}>
      <p className="office-lead">{t.recoveriesLead}</p>
      {done && <Banner tone="good">{t.approved}</Banner>}
      {items.map((recovery) => (
        <section key={recovery.id} className="card stack stack--tight office-narrow">
          <div className="row row--between">
            <h2>{recovery.staffName}</h2>
            <Badge tone={toneOf[recovery.state]}>{t.recoveryState[recovery.state]}</Badge>
          </div>
          <p className="soft">
            {[recovery.tabletName, `${t.askedAt} ${formatMoment(recovery.askedAt)}`].filter(Boolean).join(' · ')}
          </p>
          {recovery.state === 'asked' && (
            <Approval
              recovery={recovery}
              onDone={() => {
                setDone(true)
                loaded.reload()
              }}
            />
          )}
        </section>
      ))}
      <MoreRows {...loaded} more={null} empty={loaded.value && items.length === 0 ? t.noRecoveries : null} />
    </Page>
  )
}

function Approval({ recovery, onDone }: { recovery: VaultRecovery; onDone: () => void }) {
  const { ask } = useSession()
  const t = useWords(tabletWords)
  const sentence = useSentence()
  const [check, setCheck] = useState('')
  const [wrong, setWrong] = useState<string | undefined>()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(null)
    setWrong(/^\d{4}$/.test(check) ? undefined : t.checkWrong)
    if (!/^\d{4}$/.test(check)) return
    setBusy(true)
    const answer = await ask(approveRecovery(recovery.id, check))
    setBusy(false)
    if (answer.kind === 'ok') return onDone()
    if (answer.kind === 'problem' && answer.code === 'wrong_check') setWrong(sentence(answer))
    else setRefusal(answer)
  }

  return (
    <form className="stack stack--tight" onSubmit={(event) => void submit(event)}>
      <RefusalNote refusal={refusal} />
      <TextField
        label={t.check}
        value={check}
        onChange={(event) => setCheck(event.target.value.replace(/\D/g, '').slice(0, 4))}
        error={wrong}
        inputMode="numeric"
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t.approve}
      </Button>
    </form>
  )
}
