// One line of the preview: who, what would happen, and why, in words.
import { categoryByCode } from '../../../domain/code-lists/categories.ts'
import { type CalendarDate, formatDate, type PartialDate } from '../../../domain/calendar-date.ts'
import { formatDong } from '../../../domain/money.ts'
import { PaymentMethod } from '../../../domain/payment-method.ts'
import { SubstituteRecipient } from '../../../domain/substitute-recipient.ts'
import type { ImportLine, LineKind } from '../../../protocol/office/imports.ts'
import { importTermWords } from '../../../text/office/import-terms.ts'
import { importWords } from '../../../text/office/import.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import type { Tone } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'

const toneOf: Record<LineKind, Tone | 'plain'> = {
  added: 'good',
  changed: 'info',
  unchanged: 'plain',
  missing: 'warn',
  duplicate: 'warn',
  ambiguous: 'warn',
  broken: 'bad',
}

const takeable: readonly LineKind[] = ['added', 'changed', 'missing', 'duplicate', 'ambiguous']

/** A category by its name, or by its code alone where the name would tell what somebody is ill with. */
function categoryText(code: string | null, wording: string | null): string {
  const category = code === null ? undefined : categoryByCode.get(code)
  if (category === undefined) return code ?? wording ?? ''
  return category.sensitive ? category.code : category.name
}

/** A value of a change in words. */
function useValueText(): (field: ImportLine['changes'][number]['field'], value: unknown) => string {
  const t = useWords(importWords)
  const terms = useWords(termWords)
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t.nothing
    if (typeof value === 'number') return formatDong(value)
    if (field === 'method') {
      const method = PaymentMethod.safeParse(value)
      if (!method.success) return ''
      const account = method.data.kind === 'bankAccount' ? (method.data.account?.number ?? terms.openAccount) : ''
      return [terms.method[method.data.kind], account].filter(Boolean).join(' ')
    }
    if (field === 'substitute') return SubstituteRecipient.safeParse(value).data?.name ?? ''
    if (typeof value !== 'string') return ''
    if (field === 'category') return categoryText(categoryByCode.has(value) ? value : null, value)
    if (field === 'sex' && (value === 'F' || value === 'M')) return terms.sex[value]
    if (field === 'state' && value in terms.entitlement)
      return terms.entitlement[value as keyof typeof terms.entitlement]
    return field === 'birth' || field === 'from' ? formatDate(value as PartialDate | CalendarDate) : value
  }
}

type Props = {
  line: ImportLine
  taken: boolean
  /** Null where nothing can be chosen any more. */
  onTake: ((taken: boolean) => void) | null
}

/** A row of the table. */
export function PreviewLine({ line, taken, onTake }: Props) {
  const t = useWords(importWords)
  const terms = useWords(importTermWords)
  const birth = line.birth === null ? null : formatDate(line.birth as PartialDate)
  const about = [birth, line.idNumber, line.fileCode, line.hamlet].filter((text) => text !== null && text !== '')
  const label = line.kind === 'missing' ? t.cease(line.name) : t.take(line.name)
  return (
    <tr>
      <td data-label={t.row} className="number">
        {line.row ?? '–'}
      </td>
      <td data-label={t.what}>
        {onTake && takeable.includes(line.kind) ? (
          <label className="import-take">
            <input
              type="checkbox"
              aria-label={label}
              checked={taken}
              onChange={(event) => onTake(event.target.checked)}
            />
            <Badge tone={toneOf[line.kind]}>{terms.kind[line.kind]}</Badge>
          </label>
        ) : (
          <Badge tone={toneOf[line.kind]}>{terms.kind[line.kind]}</Badge>
        )}
      </td>
      <td data-label={t.person}>
        <strong>{line.name}</strong>
        <div className="soft">{about.join(' · ')}</div>
      </td>
      <td data-label={t.benefit}>
        {categoryText(line.category, line.categoryText)}
        <div className="office-nowrap">{formatDong(line.monthly)}</div>
        {line.arrears > 0 && (
          <div>
            {t.arrears} <span className="office-nowrap">{formatDong(line.arrears)}</span>
          </div>
        )}
      </td>
      <td data-label={t.why}>
        <Reasons line={line} />
      </td>
    </tr>
  )
}

function Reasons({ line }: { line: ImportLine }) {
  const t = useWords(importWords)
  const terms = useWords(importTermWords)
  const valueText = useValueText()
  const sentences = [
    ...line.faults.map((fault) => terms.fault[fault]),
    ...(line.of === null ? [] : [t.duplicateOf(line.of)]),
    ...(line.because === null ? [] : [t[line.because]]),
    ...(line.kind === 'missing' ? [t.missingText] : []),
    ...(line.ofKnownPerson ? [t.secondBenefit] : []),
    ...line.changes.map(({ field, before, after }) =>
      t.changeOf(terms.field[field], valueText(field, before), valueText(field, after)),
    ),
    ...line.notices.map((notice) => terms.notice[notice]),
  ]
  if (sentences.length === 0) return null
  return (
    <ul className="import-reasons">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
