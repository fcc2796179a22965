// Tablets: when they were last heard from, what they still hold, and how their storage is.
import { useState } from 'react'
import type { Tablet } from '../../../protocol/office/tablets.ts'
import { tabletWords } from '../../../text/office/tablets.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { listTablets } from '../../actions/manage-tablets.ts'
import { formatBytes } from '../../frame/bytes-in-words.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { useTabletTabs } from '../../frame/use-places.ts'
import { ForkDialog } from './fork-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

type Open = { what: 'revoke' | 'fork'; tablet: Tablet } | null

const toneOf = { active: 'good', frozen: 'warn', revoked: 'plain' } as const

/** `Máy và người dùng`, its first part. */
export function TabletsScreen() {
  const t = useWords(tabletWords)
  const tabs = useTabletTabs()
  const loaded = useLoaded(listTablets)
  const [open, setOpen] = useState<Open>(null)
  const [done, setDone] = useState<string | null>(null)
  const finish = (sentence: string) => {
    setOpen(null)
    setDone(sentence)
    loaded.reload()
  }
  const tablets = loaded.value?.items ?? []
  return (
    <Page title={t.title} tabs={tabs}>
      {done !== null && <Banner tone="good">{done}</Banner>}
      {tablets.length > 0 && (
        <div className="table-scroll">
          <table className="table office-table office-table--top">
            <caption>{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.officer}</th>
                <th scope="col">{t.stateColumn}</th>
                <th scope="col">{t.lastContact}</th>
                <th scope="col">{t.queue}</th>
                <th scope="col">{t.received}</th>
                <th scope="col">{t.storage}</th>
                <th scope="col">{t.version}</th>
                <th scope="col">{t.actions}</th>
              </tr>
            </thead>
            <tbody>
              {tablets.map((tablet) => (
                <TabletRow key={tablet.profileId} tablet={tablet} onOpen={(what) => setOpen({ what, tablet })} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows {...loaded} more={null} empty={loaded.value && tablets.length === 0 ? t.noTablets : null} />
      {open?.what === 'revoke' && (
        <RevokeDialog tablet={open.tablet} onClose={() => setOpen(null)} onDone={() => finish(t.revoked)} />
      )}
      {open?.what === 'fork' && (
        <ForkDialog tablet={open.tablet} onClose={() => setOpen(null)} onDone={() => finish(t.forkDecided)} />
      )}
    </Page>
  )
}

function TabletRow({ tablet, onOpen }: { tablet: Tablet; onOpen: (what: 'revoke' | 'fork') => void }) {
  const t = useWords(tabletWords)
  const { report } = tablet
  const promise =
    report?.persisted === true ? t.persisted : report?.persisted === false ? t.notPersisted : t.persistUnknown
  const used =
    report && report.storageUsed !== null && report.storageQuota !== null
      ? t.storageUsed(formatBytes(report.storageUsed), formatBytes(report.storageQuota))
      : null
  return (
    <tr>
      <td>
        <strong>{tablet.staff.name}</strong>
        {tablet.name !== '' && <div className="soft">{tablet.name}</div>}
      </td>
      <td data-label={t.stateColumn}>
        <Badge tone={toneOf[tablet.state]}>{t.state[tablet.state]}</Badge>
      </td>
      <td data-label={t.lastContact} className="office-nowrap">
        {tablet.lastContact ? formatMoment(tablet.lastContact) : t.never}
      </td>
      <td data-label={t.queue}>{report ? t.queueOf(report.recordsWaiting, report.photosWaiting) : '–'}</td>
      <td data-label={t.received} className="number">
        {tablet.records}
      </td>
      <td data-label={t.storage}>
        {report ? [promise, used].filter(Boolean).join(', ') : '–'}
        {report?.storeTrouble && <Banner tone="bad">{t.trouble[report.storeTrouble]}</Banner>}
      </td>
      <td data-label={t.version}>{tablet.app}</td>
      <td>
        <div className="row">
          {tablet.forked > 0 && (
            <Button variant="quiet" onClick={() => onOpen('fork')}>
              {t.fork}
            </Button>
          )}
          {tablet.state !== 'revoked' && (
            <Button variant="danger" onClick={() => onOpen('revoke')}>
              {t.revoke}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}
