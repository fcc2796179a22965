// The months' paying lists, what tablets recorded of them and what the office decided.
import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../dialect.ts'

const statements = [
  `create table period (
     commune text not null, period text not null, state text not null, version bigint not null,
     drafted_at bigint not null, drafted_by text not null, checked_at bigint, locked_at bigint, locked_by text,
     paid_at bigint, closed_at bigint, changes text not null,
     primary key (commune, period)
   )`,
  `create table payee (
     commune text not null, period text not null, beneficiary_id text not null, name text not null,
     sort_key text not null, search_text text not null, hamlet text, channel text not null, staff_id text,
     state text not null, reason text, due bigint not null, counted bigint not null, difference bigint not null,
     elsewhere bigint not null, unpaid bigint not null, handed bigint not null, doubled bigint not null,
     open_matters bigint not null, standing text not null,
     primary key (commune, period, beneficiary_id)
   )`,
  `create index payee_in_order on payee (commune, period, sort_key, beneficiary_id)`,
  `create index payee_by_person on payee (commune, beneficiary_id)`,
  `create table payment_item (
     commune text not null, period text not null, id text not null, beneficiary_id text not null,
     entitlement_id text, programme text, kind text not null, amount bigint not null, from_period text,
     from_kind text, note text, withdrawn integer not null, corrected integer not null, carried_to text,
     primary key (commune, period, id)
   )`,
  `create index payment_item_by_id on payment_item (commune, id)`,
  `create index payment_item_by_person on payment_item (commune, period, beneficiary_id)`,
  `create table item_correction (
     commune text not null, id text not null, period text not null, item_id text not null,
     beneficiary_id text not null, kind text not null, amount_before bigint, amount_after bigint,
     reason text not null, at bigint not null, staff_id text not null,
     primary key (commune, id)
   )`,
  `create index item_correction_by_person on item_correction (commune, period, beneficiary_id)`,
  `create table assignment (
     commune text not null, id text not null, period text not null, beneficiary_id text not null, staff_id text,
     at bigint not null, assigned_by text not null,
     primary key (commune, id)
   )`,
  `create index assignment_by_person on assignment (commune, period, beneficiary_id)`,
  `create table payment_fact (
     commune text not null, id text not null, kind text not null, period text, beneficiary_id text,
     staff_id text not null, profile_id text not null, seq bigint not null, moment bigint not null, day text not null,
     amount bigint, reason text, target text, void_limit bigint, expired_authorisation integer not null,
     after_close integer not null, data text not null, received_at bigint not null, voided integer not null,
     outcome text not null,
     primary key (commune, id)
   )`,
  `create index payment_fact_by_person on payment_fact (commune, period, beneficiary_id)`,
  `create index payment_fact_by_target on payment_fact (commune, target)`,
  `create index payment_fact_by_day on payment_fact (commune, period, day, staff_id)`,
  `create table payment_fact_item (
     commune text not null, item_id text not null, record_id text not null, amount bigint not null,
     primary key (commune, item_id, record_id)
   )`,
  `create index payment_fact_item_by_record on payment_fact_item (commune, record_id)`,
  `create table payment_decision (
     commune text not null, id text not null, period text not null, beneficiary_id text not null,
     kind text not null, record_id text, flags text not null, reason text, note text not null, at bigint not null,
     staff_id text not null,
     primary key (commune, id)
   )`,
  `create index payment_decision_by_person on payment_decision (commune, period, beneficiary_id)`,
  `create index payment_decision_by_record on payment_decision (commune, record_id)`,
  `create table settlement (
     commune text not null, id text not null, staff_id text not null, profile_id text not null, seq bigint not null,
     period text not null, day text not null, moment bigint not null, cash_out bigint not null, paid bigint not null,
     returned bigint not null, difference bigint not null, data text not null, received_at bigint not null,
     voided integer not null, outcome text not null,
     primary key (commune, id)
   )`,
  `create index settlement_by_day on settlement (commune, period, day, staff_id)`,
]

/** Tables to which rows are only ever added. */
const onlyAdded = ['item_correction', 'assignment', 'payment_decision']

function appendOnly(dialect: 'sqlite' | 'postgres'): string[] {
  if (dialect === 'sqlite') {
    return onlyAdded.flatMap((table) =>
      (['delete', 'update'] as const).map(
        (deed) =>
          `create trigger ${table}_keeps_${deed} before ${deed} on ${table}
           begin select raise(abort, '${table} is append-only'); end`,
      ),
    )
  }
  return [
    `create function payments_refuse() returns trigger language plpgsql as
     $$ begin raise exception '% is append-only', tg_table_name; end $$`,
    ...onlyAdded.flatMap((table) => [
      `create trigger ${table}_keeps_rows before update or delete on ${table}
       for each row execute function payments_refuse()`,
      `create trigger ${table}_keeps_table before truncate on ${table}
       for each statement execute function payments_refuse()`,
    ]),
  ]
}

/** Adds the tables of paying at home. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [...statements, ...appendOnly(dialectOf(db))]) await sql.raw(statement).execute(db)
}
