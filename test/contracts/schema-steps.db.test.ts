// What a newer schema must not lose of an older one, on every database.
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BeneficiaryId, EntitlementId } from '../../src/domain/ids.ts'
import type { MonthChange } from '../../src/domain/payment/draft-period.ts'
import { migrate } from '../../src/server/store/migrate.ts'
import { changesOf, findPeriod, lockPeriods } from '../../src/server/store/periods.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { november } from '../support/paying.ts'
import { homeCommune } from '../support/test-server.ts'

describe.each(everyDatabase)('an older schema on $name', ({ open }) => {
  let opened: OpenedDatabase
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(async () => {
    await opened.db.destroy()
    await opened.forget()
  })

  it('a month that was drafted before keeps its changes, and whoever counts with the month no longer carries them', async () => {
    const { db } = opened
    await migrate(db, '009-less-for-each-record')
    const changes: MonthChange[] = [
      {
        beneficiary: '01890000-0000-7000-8000-000000000001' as BeneficiaryId,
        entitlement: '01890000-0000-7000-8000-000000000002' as EntitlementId,
        kind: 'added',
        before: 0,
        now: 540_000,
        because: null,
      },
    ]
    await sql`insert into period (commune, period, state, version, drafted_at, drafted_by, changes)
      values (${homeCommune}, ${november}, 'draft', 3, 1, 'somebody', ${JSON.stringify(changes)})`.execute(db)
    await migrate(db)
    expect(await changesOf(db, homeCommune, november)).toEqual(changes)
    const row = await findPeriod(db, homeCommune, november)
    expect(row).toMatchObject({ state: 'draft', version: 3 })
    const locked = await db.transaction().execute((trx) => lockPeriods(trx, homeCommune, [november]))
    expect(locked.get(november)).toEqual(row)
    expect(Object.keys(row ?? {})).not.toContain('changes')
  })
})
