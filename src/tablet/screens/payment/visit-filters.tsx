import { useRef } from 'react'
import { paymentListWords } from '../../../text/tablet/payment-list.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { isUnder, type VisitFilter } from '../../actions/list-visits.ts'
import type { Visit } from '../../actions/payment-ledger.ts'
import type { VisitsAsked } from './use-visits-asked.ts'

const filters: readonly VisitFilter[] = ['due', 'notPaid', 'paid', 'all']

type Props = {
  asked: VisitsAsked
  ask: (change: Partial<VisitsAsked>) => void
  /** Those that answer what was typed, under whichever filter. */
  among: readonly Visit[]
}

/** The box to find somebody, and which of them are shown, each with how many. */
export function VisitFilters({ asked, ask, among }: Props) {
  const listWords = useWords(paymentListWords)
  const box = useRef<HTMLInputElement>(null)
  return (
    <>
      <div role="search">
        <TextField
          ref={box}
          label={listWords.search}
          hint={listWords.searchHint}
          type="search"
          enterKeyHint="search"
          spellCheck={false}
          autoCapitalize="none"
          value={asked.text}
          onChange={(event) => ask({ text: event.target.value })}
          beside={
            asked.text !== '' && (
              <Button
                variant="quiet"
                aria-label={listWords.clear}
                onClick={() => {
                  ask({ text: '' })
                  box.current?.focus()
                }}
              >
                <Icon name="cross" />
              </Button>
            )
          }
        />
      </div>
      <div className="payments__filters" role="group" aria-label={listWords.show}>
        {filters.map((filter) => (
          <button
            key={filter}
            type="button"
            className="payments__filter"
            aria-pressed={asked.filter === filter}
            onClick={() => ask({ filter })}
          >
            {listWords.filters[filter](among.filter((visit) => isUnder(filter, visit)).length)}
          </button>
        ))}
      </div>
    </>
  )
}
