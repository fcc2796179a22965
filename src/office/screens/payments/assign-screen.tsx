// Giving home deliveries to officers, hamlet by hamlet.
import { useCallback, useState } from 'react'
import type { StaffId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PeriodDetail, PeriodKey } from '../../../protocol/office/periods.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { assignDeliveries, readPeriod } from '../../actions/manage-payments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { MonthPage } from './month-page.tsx'
import { stepRefusalOf } from './period-steps.tsx'

/** Assignments of a month. */
export function AssignScreen({ at }: { at: PeriodKey }) {
  const { commune, period } = at
  const t = useWords(paymentWords)
  const loaded = useLoaded(useCallback((signal) => readPeriod({ commune, period }, signal), [commune, period]))
  const detail = loaded.value
  return (
    <MonthPage at={at}>
      <p className="office-lead">{t.assignLead}</p>
      <MoreRows
        {...loaded}
        loading={loaded.loading && detail === null}
        more={null}
        empty={detail && detail.byHamlet.length === 0 ? t.noHome : null}
      />
      {detail && detail.byHamlet.length > 0 && <AssignForm at={at} detail={detail} onDone={loaded.reload} />}
    </MonthPage>
  )
}

/** A hamlet's key in the set of chosen ones: the list may name none. */
const keyOf = (hamlet: string | null) => hamlet ?? ''
const nobody = 'nobody'

function AssignForm({ at, detail, onDone }: { at: PeriodKey; detail: PeriodDetail; onDone: () => void }) {
  const { ask } = useSession()
  const t = useWords(paymentWords)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [staff, setStaff] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [changed, setChanged] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const because = refusal && stepRefusalOf(refusal)

  const toggle = (key: string, on: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      if (on) next.add(key)
      else next.delete(key)
      return next
    })
  const assign = async () => {
    setTried(true)
    setChanged(null)
    if (staff === '' || chosen.size === 0) return
    setBusy(true)
    const hamlets = detail.byHamlet.map(({ hamlet }) => hamlet).filter((hamlet) => chosen.has(keyOf(hamlet)))
    const answer = await ask(assignDeliveries(at, { staff: staff === nobody ? null : (staff as StaffId), hamlets }))
    setBusy(false)
    setRefusal(answer.kind === 'ok' ? null : answer)
    if (answer.kind !== 'ok') return
    setChanged(answer.value.changed)
    setChosen(new Set())
    setTried(false)
    onDone()
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void assign()
      }}
    >
      {changed !== null && <Banner tone="good">{t.assigned(changed.toLocaleString('vi-VN'))}</Banner>}
      {because ? <Banner tone="bad">{t.refusal[because]}</Banner> : <RefusalNote refusal={refusal} />}
      <fieldset className="stack stack--tight payments-hamlets">
        <legend className="field__label">{t.chooseHamlets}</legend>
        {detail.byHamlet.map(({ hamlet, totals, officers }) => (
          <CheckField
            key={keyOf(hamlet)}
            label={hamlet ?? t.noHamlet}
            hint={[
              t.progress(totals.paid.toLocaleString('vi-VN'), totals.people.toLocaleString('vi-VN')),
              formatDong(totals.due),
              officers.map(({ name, people }) => `${name ?? t.nobody} (${people})`).join(', '),
            ].join(' · ')}
            checked={chosen.has(keyOf(hamlet))}
            onChange={(event) => toggle(keyOf(hamlet), event.target.checked)}
          />
        ))}
        {tried && chosen.size === 0 && <p className="field__error">{t.hamletMissing}</p>}
      </fieldset>
      {detail.officers.length === 0 ? (
        <Banner tone="warn">{t.noOfficers}</Banner>
      ) : (
        <div className="office-filters">
          <SelectField
            label={t.giveTo}
            value={staff}
            onChange={(event) => setStaff(event.target.value)}
            placeholder=""
            options={[
              ...detail.officers.map((officer) => ({ value: officer.staff as string, label: officer.name })),
              { value: nobody, label: t.takeAway },
            ]}
            error={tried && staff === '' ? t.officerMissing : undefined}
          />
          <Button type="submit" variant="primary" busy={busy}>
            {t.assign}
          </Button>
        </div>
      )}
    </form>
  )
}
