// The log of who did what.
import { useCallback, useState } from 'react'
import type { AuditEntry, AuditPage } from '../../../protocol/office/audit.ts'
import { auditWords } from '../../../text/office/audit.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { quarantineWords } from '../../../text/office/quarantine.ts'
import { termWords } from '../../../text/office/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { listAudit } from '../../actions/read-audit.ts'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { MoreRows } from '../../frame/more-rows.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { Page } from '../../frame/page.tsx'
import { usePages } from '../../frame/use-loaded.ts'
import { useTyped } from '../../frame/use-typed.ts'

/** `Nhật ký`. */
export function AuditScreen() {
  const t = useWords(auditWords)
  const all = useWords(frameWords).all
  const [q, setQ] = useState('')
  const [action, setAction] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [thingId, setThingId] = useState('')
  const who = useTyped(q).trim()
  const thing = useTyped(thingId).trim()
  const pages = usePages<AuditEntry, AuditPage>(
    useCallback(
      (cursor, signal) =>
        listAudit(
          {
            cursor,
            ...(who !== '' && { q: who }),
            ...(action !== '' && { action }),
            ...(from !== '' && { from }),
            ...(to !== '' && { to }),
            ...(thing !== '' && { thingId: thing }),
          },
          signal,
        ),
      [who, action, from, to, thing],
    ),
  )
  return (
    <Page title={t.title}>
      <p className="soft office-lead">{t.lead}</p>
      <search className="office-filters">
        <TextField
          label={t.who}
          type="search"
          value={q}
          onChange={(event) => setQ(event.target.value)}
          maxLength={100}
        />
        <SelectField
          label={t.action}
          value={action}
          onChange={(event) => setAction(event.target.value)}
          placeholder={all}
          options={Object.entries(t.actions).map(([value, label]) => ({ value, label }))}
        />
        <TextField label={t.from} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        <TextField label={t.to} type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        <TextField
          label={t.id}
          type="search"
          value={thingId}
          onChange={(event) => setThingId(event.target.value)}
          maxLength={100}
        />
      </search>
      {pages.items.length > 0 && <Lines entries={pages.items} onThing={setThingId} />}
      <MoreRows {...pages} empty={pages.first && pages.items.length === 0 ? t.none : null} />
    </Page>
  )
}

function Lines({ entries, onThing }: { entries: readonly AuditEntry[]; onThing: (id: string) => void }) {
  const t = useWords(auditWords)
  const communeName = useCommuneName()
  const describeDetail = useDetail()
  const actorOf = ({ actor: { kind, name, id } }: AuditEntry) => {
    if (kind === 'server') return t.server
    const known = name ?? id ?? t.nobody
    return kind === 'tablet' ? t.tabletOf(known) : known
  }
  return (
    <div className="table-scroll">
      <table className="table office-table office-table--top">
        <caption>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.action}</th>
            <th scope="col">{t.commune}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.detail}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="office-nowrap">{formatMoment(entry.at)}</td>
              <td data-label={t.who}>{actorOf(entry)}</td>
              <td data-label={t.action}>{wordOf(t.actions, entry.action)}</td>
              <td data-label={t.commune}>{entry.commune && communeName(entry.commune)}</td>
              <td data-label={t.what}>
                {entry.thing !== null && entry.thingId !== null && (
                  <>
                    {wordOf(t.things, entry.thing)}{' '}
                    <button
                      type="button"
                      className="office-id"
                      title={t.onlyThis}
                      onClick={() => onThing(entry.thingId ?? '')}
                    >
                      {entry.thingId}
                    </button>
                  </>
                )}
              </td>
              <td data-label={t.detail} className="soft office-break">
                {describeDetail(entry.detail)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What stands beside a deed, in words where there are some. */
function useDetail(): (detail: AuditEntry['detail']) => string {
  const t = useWords(auditWords)
  const terms = useWords(termWords)
  const quarantine = useWords(quarantineWords)
  const communeName = useCommuneName()
  const known = { ...terms.role, ...terms.review, ...terms.paper, ...terms.field, ...quarantine.reasons }
  const value = (each: unknown): string => {
    if (Array.isArray(each)) return each.map(value).join(', ')
    if (typeof each === 'boolean') return each ? t.yes : t.no
    const text = String(each)
    return typeof each === 'string' && /^\d{5}$/.test(text) ? communeName(text) : wordOf(known, text)
  }
  return (detail) =>
    Object.entries(detail)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => `${wordOf(t.details, name)}: ${value(each)}`)
      .join('; ')
}

/** The word for a name of the server's; the name itself when it is newer than this page. */
function wordOf<Words extends Record<string, string>>(words: Words, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? name
}
