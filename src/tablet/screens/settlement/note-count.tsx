import { useId } from 'react'
import { formatDong } from '../../../domain/money.ts'
import { denominations } from '../../../domain/payment/settlement.ts'
import { readWhole, type SettlementFigures } from '../../../domain/payment/settlement-draft.ts'
import { settlementWords } from '../../../text/tablet/settlement.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'

type Props = { counts: readonly string[]; figures: SettlementFigures; onCounts: (counts: string[]) => void }

/** What came back, note by note, and whether it is what should have come back. */
export function NoteCount({ counts, figures: { returned, difference }, onCounts }: Props) {
  const t = useWords(settlementWords)
  const id = useId()
  return (
    <section aria-labelledby={id} className="stack stack--tight">
      <h3 id={id}>{t.count}</h3>
      <ul className="notes">
        {denominations.map((note, index) => {
          const typed = counts[index] ?? ''
          const count = typed.trim() === '' ? 0 : readWhole(typed)
          return (
            <li key={note} className="notes__row">
              <label htmlFor={`${id}-${note}`}>{t.note(formatDong(note))}</label>
              <input
                id={`${id}-${note}`}
                className="input notes__input"
                inputMode="numeric"
                autoComplete="off"
                placeholder="0"
                maxLength={7}
                aria-invalid={count === null || undefined}
                value={typed}
                onChange={({ target }) =>
                  onCounts(denominations.map((_, at) => (at === index ? target.value : (counts[at] ?? ''))))
                }
              />
              <span className="number notes__sum">{count === null ? '–' : formatDong(count * note)}</span>
            </li>
          )
        })}
      </ul>
      <p className="figure figure--due">
        <span>{t.counted}</span>
        <strong className="number">{returned === null ? '–' : formatDong(returned)}</strong>
      </p>
      <div role="status">
        {difference !== null && (
          <Banner tone={difference === 0 ? 'good' : 'warn'} announce={false}>
            {difference === 0
              ? t.even
              : difference < 0
                ? t.missing(formatDong(-difference))
                : t.tooMuch(formatDong(difference))}
          </Banner>
        )}
      </div>
    </section>
  )
}
