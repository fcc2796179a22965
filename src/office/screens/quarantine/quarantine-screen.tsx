// Records that were stored but break a rule: why, their exact text, and the office's decision.
import { useCallback, useState } from 'react'
import { QuarantineState, type QuarantinedRecord, type QuarantinePage } from '../../../protocol/office/quarantine.ts'
import type { z } from 'zod'
import { quarantineWords } from '../../../text/office/quarantine.ts'
import { queueWords } from '../../../text/office/queue.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { listQuarantined } from '../../actions/decide-quarantined.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { Page } from '../../frame/page.tsx'
import { usePages } from '../../frame/use-loaded.ts'
import { useRegistrationTabs } from '../../frame/use-places.ts'
import { QuarantinedCard } from './quarantined-card.tsx'

/** `Hồ sơ`, its second part. */
export function QuarantineScreen() {
  const t = useWords(quarantineWords)
  const title = useWords(queueWords).title
  const tabs = useRegistrationTabs()
  const [state, setState] = useState<QuarantineState>('open')
  const [done, setDone] = useState<string | null>(null)
  const pages = usePages<QuarantinedRecord, z.output<typeof QuarantinePage>>(
    useCallback((cursor, signal) => listQuarantined({ cursor, state }, signal), [state]),
  )
  return (
    <Page title={title} tabs={tabs}>
      <p className="office-lead">{t.lead}</p>
      <div className="office-filters">
        <SelectField
          label={t.filter}
          value={state}
          onChange={(event) => setState(QuarantineState.parse(event.target.value))}
          options={QuarantineState.options.map((value) => ({ value, label: t.state[value] }))}
        />
      </div>
      {done !== null && <Banner tone="good">{done}</Banner>}
      {pages.items.map((record) => (
        <QuarantinedCard
          key={`${record.profileId}/${record.seq}`}
          record={record}
          onDecided={(decided) => {
            setDone(decided === 'taken' ? t.taken : t.dismissed)
            pages.reload()
          }}
        />
      ))}
      <MoreRows {...pages} empty={pages.first && pages.items.length === 0 ? t.none : null} />
    </Page>
  )
}
