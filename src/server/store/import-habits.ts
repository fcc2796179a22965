// What was settled about a commune's lists, to be offered when a list comes with the same heading.
import type { CommuneCode, StaffId } from '../../domain/ids.ts'
import type { ImportChoices } from '../../protocol/office/imports.ts'
import type { Reader, Trx } from './transaction.ts'

const headingsRemembered = 200

/** By the fingerprint of the heading, the newest of a commune. */
export async function habitsOf(db: Reader, commune: CommuneCode): Promise<Record<string, ImportChoices>> {
  const rows = await db
    .selectFrom('import_habit')
    .select(['heading', 'choices'])
    .where('commune', '=', commune)
    .orderBy('at', 'desc')
    .limit(headingsRemembered)
    .execute()
  return Object.fromEntries(rows.map(({ heading, choices }) => [heading, JSON.parse(choices) as ImportChoices]))
}

/** Remembers what holds for every list with this heading; what concerns one file only is left out. */
export async function rememberChoices(
  trx: Trx,
  habit: { commune: CommuneCode; heading: string; choices: ImportChoices; at: number; staffId: StaffId | null },
): Promise<void> {
  const { columns, programme, categories, skipHidden, encodings } = habit.choices
  const choices = JSON.stringify({ columns, programme, categories, skipHidden, encodings })
  const row = { choices, at: habit.at, staff_id: habit.staffId }
  await trx
    .insertInto('import_habit')
    .values({ commune: habit.commune, heading: habit.heading, ...row })
    .onConflict((conflict) => conflict.columns(['commune', 'heading']).doUpdateSet(row))
    .execute()
}

/** Forgets: the list is to be read as it is recognised again. */
export async function forgetChoices(trx: Trx, commune: CommuneCode, heading: string): Promise<void> {
  await trx.deleteFrom('import_habit').where('commune', '=', commune).where('heading', '=', heading).execute()
}
