import { formatCount } from '../../../text/amounts.ts'
import { lookUpWords } from '../../../text/tablet/look-up.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { noHamlet, type PeopleFilter } from '../../actions/find-people.ts'
import type { FoundPeople } from '../../actions/people-search.ts'
import type { Asked } from './use-asked.ts'

const inOrder = new Intl.Collator('vi', { numeric: true })

const registrationStates = ['none', 'waiting', 'sent', 'quarantined', 'accepted', 'needsPapers', 'rejected'] as const
const entitlementStates = ['active', 'suspended', 'ceased'] as const
const methods = ['bankAccount', 'digitalAccount', 'cashAtPoint', 'cashAtHome'] as const
const programmes = ['BTXH', 'NCC'] as const

type FilterProps = { counts: FoundPeople['counts']; asked: Asked; ask: (change: Partial<Asked>) => void }

/** Every hamlet somebody lives in who answers, and the one that was chosen; those without one last. */
function hamletsToChoose(counts: ReadonlyMap<string, number>, chosen: string): string[] {
  const names = new Set([...counts.keys(), ...(chosen === '' ? [] : [chosen])])
  const sorted = [...names].filter((name) => name !== noHamlet).sort(inOrder.compare)
  return names.has(noHamlet) ? [...sorted, noHamlet] : sorted
}

/** Beside each choice stands how many it would show. */
export function FilterFields({ counts, asked, ask }: FilterProps) {
  const t = useWords(lookUpWords)
  const terms = useWords(termWords)
  const { filter } = asked
  const narrow = (change: Partial<PeopleFilter>) => ask({ filter: { ...filter, ...change } })
  const option = (facet: keyof PeopleFilter, value: string, label: string) => ({
    value,
    label: t.choice(label, formatCount(counts[facet].get(value) ?? 0)),
  })
  return (
    <div className="columns">
      <SelectField
        label={t.hamlet}
        placeholder={t.all}
        options={hamletsToChoose(counts.hamlet, filter.hamlet).map((hamlet) =>
          option('hamlet', hamlet, hamlet === noHamlet ? t.noHamlet : hamlet),
        )}
        value={filter.hamlet}
        onChange={(event) => narrow({ hamlet: event.target.value })}
      />
      <SelectField
        label={t.programme}
        placeholder={t.all}
        options={programmes.map((programme) => option('programme', programme, terms.programme[programme]))}
        value={filter.programme}
        onChange={({ target }) => narrow({ programme: programmes.find((one) => one === target.value) ?? '' })}
      />
      <SelectField
        label={t.method}
        placeholder={t.all}
        options={[
          ...methods.map((method) => option('method', method, terms.method[method])),
          option('method', 'unknown', terms.methodUnknown),
        ]}
        value={filter.method}
        onChange={({ target }) =>
          narrow({ method: [...methods, 'unknown' as const].find((one) => one === target.value) ?? '' })
        }
      />
      <SelectField
        label={t.state}
        placeholder={t.all}
        options={[
          ...registrationStates.map((state) => option('state', state, t.registration[state])),
          ...entitlementStates.map((state) => option('state', state, terms.entitlement[state])),
        ]}
        value={filter.state}
        onChange={({ target }) =>
          narrow({ state: [...registrationStates, ...entitlementStates].find((one) => one === target.value) ?? '' })
        }
      />
      <SelectField
        label={t.order}
        options={[
          { value: 'name', label: t.byName },
          { value: 'hamlet', label: t.byHamlet },
        ]}
        value={asked.order}
        onChange={({ target }) => ask({ order: target.value === 'hamlet' ? 'hamlet' : 'name' })}
      />
    </div>
  )
}
