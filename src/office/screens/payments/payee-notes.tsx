import { formatDong } from '../../../domain/money.ts'
import type { PayeeDetail } from '../../../protocol/office/period-people.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { formatMoment } from '../../frame/moments.ts'

type Line = { at: string; by: string; what: string }

/** What the office wrote about the person's month: corrections, assignments and decisions, the newest first. */
export function PayeeNotes({ payee }: { payee: PayeeDetail }) {
  const t = useWords(payeeWords)
  const terms = useWords(paymentTerms)
  const parts: { title: string; lines: Line[] }[] = [
    {
      title: t.corrections,
      lines: payee.corrections.map(({ item, kind, before, after, reason, at, by }) => {
        const figures = [before, after].filter((each) => each !== null).map((each) => formatDong(each))
        const of = payee.items.find(({ id }) => id === item)
        const name = of ? ` (${terms.kind[of.kind]})` : ''
        return { at, by, what: `${t.correction[kind]}${name}: ${figures.join(' → ')} – ${reason}` }
      }),
    },
    {
      title: t.assignments,
      lines: payee.assignments.map(({ name, at, by }) => ({ at, by, what: name ?? t.nobody })),
    },
    {
      title: t.decisions,
      lines: payee.decisions.map(({ kind, flags, note, at, by }) => ({
        at,
        by,
        what: [t.decision[kind], flags.map((flag) => terms.flag[flag]).join(', '), note].filter(Boolean).join(' – '),
      })),
    },
  ]
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => (
      <section key={title} className="stack stack--tight">
        <h2>{title}</h2>
        <ul className="stack stack--tight">
          {lines
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map((line, index) => (
              <li key={`${line.at}/${index}`}>
                {line.what} <span className="soft">({t.byAt(line.by, formatMoment(line.at))})</span>
              </li>
            ))}
        </ul>
      </section>
    ))
}
