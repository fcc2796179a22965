// Members of staff, and the codes that let their tablets in.
import { useState } from 'react'
import { may } from '../../../domain/permissions.ts'
import type { StaffMember } from '../../../protocol/office/staff.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { staffWords } from '../../../text/office/staff.ts'
import { tabletWords } from '../../../text/office/tablets.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { listStaff } from '../../actions/manage-staff.ts'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { MoreRows } from '../../frame/more-rows.tsx'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { useTabletTabs } from '../../frame/use-places.ts'
import { CodeDialog } from './code-dialog.tsx'
import { StaffDialog } from './staff-dialog.tsx'

type Open = { what: 'edit'; member: StaffMember | null } | { what: 'code'; member: StaffMember } | null

/** `Máy và người dùng`, its second part. */
export function StaffScreen() {
  const title = useWords(tabletWords).title
  const t = useWords(staffWords)
  const tabs = useTabletTabs()
  const manages = useMay('manageStaff')
  const loaded = useLoaded(listStaff)
  const [open, setOpen] = useState<Open>(null)
  const [saved, setSaved] = useState(false)
  const staff = loaded.value?.items ?? []
  return (
    <Page
      title={title}
      tabs={tabs}
      actions={
        manages && (
          <Button variant="primary" icon="personAdd" onClick={() => setOpen({ what: 'edit', member: null })}>
            {t.add}
          </Button>
        )
      }
    >
      {saved && <Banner tone="good">{t.saved}</Banner>}
      {staff.length > 0 && <StaffTable staff={staff} onOpen={setOpen} />}
      <MoreRows {...loaded} more={null} empty={loaded.value && staff.length === 0 ? t.nobody : null} />
      {open?.what === 'edit' && (
        <StaffDialog
          member={open.member}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null)
            setSaved(true)
            loaded.reload()
          }}
        />
      )}
      {open?.what === 'code' && <CodeDialog member={open.member} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function StaffTable({ staff, onOpen }: { staff: readonly StaffMember[]; onOpen: (open: Open) => void }) {
  const t = useWords(staffWords)
  const terms = useWords(termWords)
  const everywhere = useWords(frameWords).allCommunes
  const communeName = useCommuneName()
  const manages = useMay('manageStaff')
  return (
    <div className="table-scroll">
      <table className="table office-table">
        <caption>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.username}</th>
            <th scope="col">{t.role}</th>
            <th scope="col">{t.communes}</th>
            <th scope="col">{t.tablets}</th>
            <th scope="col">{t.stateColumn}</th>
            <th scope="col">{t.actions}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((member) => (
            <tr key={member.id}>
              <td>
                <strong>{member.name}</strong>
              </td>
              <td data-label={t.username}>{member.username}</td>
              <td data-label={t.role}>{terms.role[member.role]}</td>
              <td data-label={t.communes}>
                {member.allCommunes ? everywhere : member.communes.map(communeName).join(', ')}
              </td>
              <td data-label={t.tablets} className="number">
                {member.tablets}
              </td>
              <td data-label={t.stateColumn}>
                <Badge tone={member.disabled ? 'bad' : 'good'}>{member.disabled ? t.disabled : t.active}</Badge>
                {!member.hasPassword && <div className="soft">{t.tabletOnly}</div>}
              </td>
              <td>
                <div className="row">
                  {may(member.role, 'useTablet') && !member.disabled && (
                    <Button onClick={() => onOpen({ what: 'code', member })}>{t.code}</Button>
                  )}
                  {manages && (
                    <Button variant="quiet" icon="edit" onClick={() => onOpen({ what: 'edit', member })}>
                      {t.edit}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
