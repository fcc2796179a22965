// What the list is narrowed to. Within one commune each choice says how many it would show.
import { Programme } from '../../../domain/entitlement.ts'
import { methodFilter, type PeoplePage, stateFilter } from '../../../protocol/office/people.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { peopleWords } from '../../../text/office/people.ts'
import { termWords } from '../../../text/office/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

/** Empty: not narrowed. `hamlet`: a name, or noHamlet. */
export type PeopleNarrowing = { hamlet: string; programme: string; method: string; state: string }

export const notNarrowed: PeopleNarrowing = { hamlet: '', programme: '', method: '', state: '' }

/** Asks for those for whom the list names no hamlet. */
const noHamlet = ' '

const inOrder = new Intl.Collator('vi', { numeric: true })

type Props = {
  counts: PeoplePage['counts']
  narrowing: PeopleNarrowing
  onChange: (narrowing: PeopleNarrowing) => void
}

function labelOfState(
  state: (typeof stateFilter)[number],
  terms: (typeof termWords)['vi'],
  notRegistered: string,
): string {
  if (state === 'none') return notRegistered
  return state === 'active' || state === 'suspended' || state === 'ceased'
    ? terms.entitlement[state]
    : terms.review[state]
}

/** Filters of the list; hamlets are offered within one commune, where they have a meaning. */
export function PeopleFilters({ counts, narrowing, onChange }: Props) {
  const t = useWords(peopleWords)
  const { all } = useWords(frameWords)
  const terms = useWords(termWords)
  const option = (facet: keyof PeopleNarrowing, value: string, label: string) => {
    const people = counts?.[facet].find((each) => each.value === value.trim())?.people ?? 0
    return { value, label: counts === null ? label : t.choice(label, people) }
  }
  const hamlets = [
    ...new Set([...(counts?.hamlet ?? []).map(({ value }) => value), narrowing.hamlet.trim()].filter(Boolean)),
  ].sort(inOrder.compare)
  const hasHomeless = narrowing.hamlet === noHamlet || counts?.hamlet.some(({ value }) => value === '') === true
  const field = (facet: keyof PeopleNarrowing, label: string, options: ReturnType<typeof option>[]) => (
    <SelectField
      label={label}
      value={narrowing[facet]}
      onChange={(event) => onChange({ ...narrowing, [facet]: event.target.value })}
      placeholder={all}
      options={options}
    />
  )
  return (
    <>
      {(counts !== null || narrowing.hamlet !== '') &&
        field('hamlet', t.hamlet, [
          ...hamlets.map((hamlet) => option('hamlet', hamlet, hamlet)),
          ...(hasHomeless ? [option('hamlet', noHamlet, t.noHamlet)] : []),
        ])}
      {field(
        'programme',
        t.programme,
        Programme.options.map((value) => option('programme', value, terms.programme[value])),
      )}
      {field(
        'method',
        t.method,
        methodFilter.map((value) =>
          option('method', value, value === 'unknown' ? terms.methodUnknown : terms.method[value]),
        ),
      )}
      {field(
        'state',
        t.stateFilter,
        stateFilter.map((value) => option('state', value, labelOfState(value, terms, t.notRegistered))),
      )}
    </>
  )
}
