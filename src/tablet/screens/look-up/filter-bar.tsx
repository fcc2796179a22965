import { type ComponentProps, Suspense, useState } from 'react'
import { lookUpWords } from '../../../text/tablet/look-up.ts'
import { useWords } from '../../../ui/language.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'

const FilterFields = lazyPart(async () => (await import('./filter-fields.tsx')).FilterFields)

/** What the results are narrowed to, folded away until it is wanted. */
export function FilterBar(props: ComponentProps<typeof FilterFields>) {
  const t = useWords(lookUpWords)
  const [isWanted, setWanted] = useState(false)
  const narrowed = Object.values(props.asked.filter).filter((value) => value !== '').length
  return (
    <details className="filters" onToggle={() => setWanted(true)}>
      <summary className="filters__summary">{narrowed === 0 ? t.filters : t.filtersOn(narrowed)}</summary>
      {isWanted && (
        <Suspense>
          <FilterFields {...props} />
        </Suspense>
      )}
    </details>
  )
}
