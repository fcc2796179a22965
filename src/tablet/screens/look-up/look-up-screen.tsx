import { type ComponentType, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { parseQuery } from '../../../domain/search/search-query.ts'
import { formatCount } from '../../../text/amounts.ts'
import { beginWords } from '../../../text/tablet/begin-registration.ts'
import { lookUpWords } from '../../../text/tablet/look-up.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { noFilter, registrationStateOf } from '../../actions/find-people.ts'
import { Page } from '../../frame/page.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useBeginRegistration } from '../../frame/use-begin-registration.ts'
import { useIsWide } from '../../frame/use-is-wide.ts'
import { FilterBar } from './filter-bar.tsx'
import { LongList } from './long-list.tsx'
import './look-up.css'
import { PersonRow } from './person-row.tsx'
import { useAsked } from './use-asked.ts'
import { useFound } from './use-found.ts'

const rowHeight = 5.75

type Props = {
  /** What stands beside the list on a tablet held sideways. */
  Detail: ComponentType<{ id: BeneficiaryId }>
}

/** `Tra cứu`: one box over the list in memory; list and person side by side where there is room. */
export function LookUpScreen({ Detail }: Props) {
  const t = useWords(lookUpWords)
  const session = useSession()
  const [, navigate] = useLocation()
  const { begin, busy, problem } = useBeginRegistration()
  const refused = useWords(beginWords)
  const [asked, ask] = useAsked(session)
  const { found, all, isComplete, latest, text } = useFound(asked)
  const { people } = found
  const words = useMemo(() => parseQuery(text), [text])
  const groups = useMemo(
    () =>
      found.hamlets.map(({ name, from }, at) => ({
        from,
        heading: (
          <>
            {name === '' ? t.noHamlet : t.hamletOf(name)}{' '}
            <span className="soft">
              {t.groupCount(formatCount((found.hamlets[at + 1]?.from ?? people.length) - from))}
            </span>
          </>
        ),
      })),
    [found.hamlets, people.length, t],
  )
  const isWide = useIsWide()
  const box = useRef<HTMLInputElement>(null)
  const isNarrowed = Object.values(asked.filter).some((value) => value !== '')
  const choose = (id: BeneficiaryId) => {
    ask({ chosen: id })
    if (!isWide) navigate(`/nguoi/${id}`)
  }
  return (
    <Page title={t.title} wide>
      <div className="look-up">
        <div className="look-up__list">
          <div className="look-up__box" role="search">
            <TextField
              ref={box}
              label={t.search}
              hint={t.searchHint}
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
                    aria-label={t.clear}
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
            <FilterBar counts={found.counts} asked={asked} ask={ask} />
            <p className="look-up__count" role="status">
              {t.count(formatCount(people.length), formatCount(all))}
              {!isComplete && <span className="soft"> {t.preparing}</span>}
            </p>
          </div>
          <LongList
            label={t.list}
            rows={people}
            groups={groups}
            keyOf={({ beneficiary }) => beneficiary.id}
            rowHeight={rowHeight}
          >
            {(person) => {
              const { id } = person.beneficiary
              const record = latest.get(id)
              return (
                <PersonRow
                  person={person}
                  words={words}
                  registration={record === undefined ? 'none' : registrationStateOf(record)}
                  chosen={isWide && asked.chosen === id}
                  onChoose={() => choose(id)}
                />
              )
            }}
          </LongList>
          {people.length === 0 && isComplete && (
            <div className="look-up__nobody card stack">
              <p>
                <strong>{all === 0 ? t.empty : t.nobody}</strong>
              </p>
              <p className="soft">{all === 0 ? t.emptyHint : t.nobodyHint}</p>
              <div className="row">
                {isNarrowed && <Button onClick={() => ask({ filter: noFilter })}>{t.clearFilters}</Button>}
                <Button variant="primary" icon="personAdd" busy={busy} onClick={() => void begin({ from: 'nobody' })}>
                  {t.registerNew}
                </Button>
              </div>
              {problem !== null && <Banner tone="bad">{refused[problem]}</Banner>}
            </div>
          )}
        </div>
        {isWide && (
          <div className="look-up__detail">
            {asked.chosen === null ? <p className="card soft">{t.choose}</p> : <Detail id={asked.chosen} />}
          </div>
        )}
      </div>
    </Page>
  )
}
