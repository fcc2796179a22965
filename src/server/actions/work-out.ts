// Where people's money of a month stands, worked out from what is stored: the one place that gathers what the rule needs.
import type { BeneficiaryId, RecordId } from '../../domain/ids.ts'
import { type Standing, standingOf } from '../../domain/payment/standing.ts'
import { findPayees } from '../store/payees.ts'
import { assignmentsOf, decisionOf, decisionsAbout, factOf, factsAbout, itemsOfFacts } from '../store/payment-facts.ts'
import { itemsOfPeople, type ListedItem } from '../store/payment-items.ts'
import type { PayeeTable, PaymentFactTable, PeriodTable } from '../store/payment-tables.ts'
import type { Reader } from '../store/transaction.ts'

/** A person of a month with what is owed and where it stands. */
export type WorkedOut = { payee: PayeeTable; items: ListedItem[]; standing: Standing }

/** Works people of a month out from everything that is stored, and writes nothing. */
export async function workOut(
  db: Reader,
  month: PeriodTable,
  people: readonly BeneficiaryId[],
): Promise<{ worked: WorkedOut[]; rows: ReadonlyMap<RecordId, PaymentFactTable> }> {
  const { commune, period } = month
  const payees = await findPayees(db, commune, period, people)
  const listed = await itemsOfPeople(db, commune, period, people)
  const rows = await factsAbout(db, commune, { period, people, items: listed.map(({ id }) => id) })
  const named = await itemsOfFacts(db, commune, [...rows.keys()])
  const facts = [...rows.values()].map((row) => ({
    // A void belongs to whoever the voided record is about.
    beneficiary: row.beneficiary_id ?? (row.target === null ? null : (rows.get(row.target)?.beneficiary_id ?? null)),
    target: row.target,
    fact: factOf(row, named.get(row.id) ?? []),
  }))
  const ownerOf = ({ beneficiary, target }: (typeof facts)[number]) =>
    target === null ? beneficiary : (rows.get(target)?.beneficiary_id ?? beneficiary)
  const byPerson = Map.groupBy(facts, ownerOf)
  const decisions = await decisionsAbout(db, commune, { period, people, records: [...rows.keys()] })
  const decisionsByPerson = Map.groupBy(decisions, ({ beneficiary_id }) => beneficiary_id)
  const assignments = await assignmentsOf(db, commune, period, people)
  const items = Map.groupBy(listed, ({ beneficiary }) => beneficiary)
  const returned = month.state === 'paid' || month.state === 'closed'
  const worked = payees.map((payee): WorkedOut => {
    const person = payee.beneficiary_id
    const of = items.get(person) ?? []
    // A month's own word on whom the organisation returned; words on records hold wherever the record counts.
    const words = (decisionsByPerson.get(person) ?? []).filter(
      (decision) => decision.kind !== 'returnedUnpaid' || decision.period === period,
    )
    const standing = standingOf({
      period,
      items: of,
      channel: payee.channel,
      returned,
      facts: (byPerson.get(person) ?? []).map(({ fact }) => fact),
      decisions: words.map(decisionOf),
      assignments: assignments.get(person) ?? [],
    })
    return { payee, items: of, standing }
  })
  return { worked, rows }
}

/** The columns of a payee's row that a standing fills. */
export function columnsOf(standing: Standing) {
  const { state, reason, due, counted, difference, elsewhere, unpaid, handed } = standing
  return {
    state,
    reason,
    due,
    counted,
    difference,
    elsewhere,
    unpaid,
    handed,
    doubled: standing.double,
    open_matters: standing.openMatters,
    standing: JSON.stringify({ items: standing.items, records: standing.records }),
  }
}
