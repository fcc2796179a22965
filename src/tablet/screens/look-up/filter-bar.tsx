import { useMemo } from 'react'
import { lookUpWords } from '../../../text/tablet/look-up.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { PeopleFilter } from '../../actions/find-people.ts'
import type { Person } from '../../actions/session.ts'
import type { Asked } from './use-asked.ts'

const inOrder = new Intl.Collator('vi', { numeric: true })

const registrationStates = ['none', 'waiting', 'sent', 'quarantined', 'accepted', 'needsPapers', 'rejected'] as const
const entitlementStates = ['active', 'suspended', 'ceased'] as const
const methods = ['bankAccount', 'digitalAccount', 'cashAtPoint', 'cashAtHome'] as const
const programmes = ['BTXH', 'NCC'] as const

type Props = { people: readonly Person[]; asked: Asked; ask: (change: Partial<Asked>) => void }

/** What the results are narrowed to, folded away until it is wanted. */
export function FilterBar({ people, asked, ask }: Props) {
  const t = useWords(lookUpWords)
  const terms = useWords(termWords)
  const hamlets = useMemo(() => {
    const names = new Set(people.flatMap(({ beneficiary }) => beneficiary.hamlet ?? []))
    return [...names].sort(inOrder.compare)
  }, [people])
  const { filter } = asked
  const narrow = (change: Partial<PeopleFilter>) => ask({ filter: { ...filter, ...change } })
  const count = Object.values(filter).filter((value) => value !== '').length
  const option = (value: string, label: string) => ({ value, label })
  return (
    <details className="filters">
      <summary className="filters__summary">{count === 0 ? t.filters : t.filtersOn(count)}</summary>
      <div className="columns">
        <SelectField
          label={t.hamlet}
          placeholder={t.all}
          options={hamlets.map((hamlet) => option(hamlet, hamlet))}
          value={filter.hamlet}
          onChange={(event) => narrow({ hamlet: event.target.value })}
        />
        <SelectField
          label={t.programme}
          placeholder={t.all}
          options={programmes.map((programme) => option(programme, terms.programme[programme]))}
          value={filter.programme}
          onChange={({ target }) => narrow({ programme: programmes.find((one) => one === target.value) ?? '' })}
        />
        <SelectField
          label={t.method}
          placeholder={t.all}
          options={[
            ...methods.map((method) => option(method, terms.method[method])),
            option('unknown', terms.methodUnknown),
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
            ...registrationStates.map((state) => option(state, t.registration[state])),
            ...entitlementStates.map((state) => option(state, terms.entitlement[state])),
          ]}
          value={filter.state}
          onChange={({ target }) =>
            narrow({ state: [...registrationStates, ...entitlementStates].find((one) => one === target.value) ?? '' })
          }
        />
        <SelectField
          label={t.order}
          options={[option('name', t.byName), option('hamlet', t.byHamlet)]}
          value={asked.order}
          onChange={({ target }) => ask({ order: target.value === 'hamlet' ? 'hamlet' : 'name' })}
        />
      </div>
    </details>
  )
}
