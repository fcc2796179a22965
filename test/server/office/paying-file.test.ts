// A paying list that comes as a file: read and shown as every list is, then laid out as what is owed in a month.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Beneficiary } from '../../../src/domain/beneficiary.ts'
import { draftPeriod } from '../../../src/server/actions/draft-period.ts'
import { startImport } from '../../../src/server/actions/preview-import.ts'
import { readPeriod } from '../../../src/server/actions/read-periods.ts'
import type { OfficeActor } from '../../../src/server/actor.ts'
import { putOnList } from '../../../src/server/store/list.ts'
import { itemsOfPeriod } from '../../../src/server/store/payment-items.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { entitlementOf, madeUpPerson } from '../../support/made-up-person.ts'
import { november, payingActor } from '../../support/paying.ts'
import { homeCommune, otherCommune, startTestServer, type TestServer } from '../../support/test-server.ts'

const place = { commune: homeCommune, period: november }
const file = [
  'STT,Mã hồ sơ,Họ và tên,Năm sinh,Số CCCD,Nhóm đối tượng,Mức/tháng,Truy lĩnh,Mai táng phí,Tổng cộng',
  '1,A1,Nguyễn Thị Một,1945,092145990001,Người cao tuổi,500.000,,,500.000',
  '2,A2,Trần Văn Hai,1950,092050990002,Người cao tuổi,500.000,1.000.000,,1.500.000',
  '3,A3,Lê Thị Ba,1951,092151990003,Người cao tuổi,600.000,,10.000.000,10.600.000',
  '4,A9,Phạm Văn Lạ,1952,092052990009,Người cao tuổi,500.000,,,500.000',
].join('\n')

describe('a paying list from a file', () => {
  let server: TestServer
  let actor: OfficeActor
  let importId: string
  let people: Beneficiary[]

  beforeAll(async () => {
    server = await startTestServer()
    actor = await payingActor(server)
    const named = [
      ['Nguyễn Thị Một', '1945', '092145990001'],
      ['Trần Văn Hai', '1950', '092050990002'],
      ['Lê Thị Ba', '1951', '092151990003'],
      ['Võ Thị Bốn', '1953', '092153990004'],
    ]
    people = named.map(
      ([name, birth, idNumber]) => ({ ...madeUpPerson(homeCommune), name, birth, idNumber }) as Beneficiary,
    )
    const part = { beneficiaries: people, entitlements: people.map(entitlementOf) }
    await inTransaction(server.tools.db, (trx) => putOnList(trx, homeCommune, part, server.tools.now()))
    const upload = { commune: homeCommune, name: 'Chi trả 11.csv', bytes: new TextEncoder().encode(file) }
    const preview = await startImport(server.tools, actor, upload)
    if (preview.kind !== 'preview') throw new Error(preview.kind)
    importId = preview.id
  })
  afterAll(() => server.stop())

  it('owes what the rows say; who is not on the list of people is named and not paid', async () => {
    const drafted = await draftPeriod(server.tools, actor, place, null, importId)
    expect(drafted).toMatchObject({
      kind: 'drafted',
      unmatched: [{ row: 5, name: 'Phạm Văn Lạ', because: 'notOnList' }],
    })
    const items = await itemsOfPeriod(server.tools.db, homeCommune, november)
    const owed = people.map(({ id }) =>
      items
        .filter(({ beneficiary }) => beneficiary === id)
        .map(({ kind, amount }) => `${kind} ${amount}`)
        .toSorted(),
    )
    expect(owed).toEqual([
      ['monthly 500000'],
      ['arrears 1000000', 'monthly 500000'],
      ['monthly 600000', 'oneOff 10000000'],
      [],
    ])
  })

  it('is laid beside the list: an amount that is not the list’s stops it until somebody settles it', async () => {
    const period = await readPeriod(server.tools, actor, place)
    expect(period?.problems).toMatchObject([
      { kind: 'amountDiffers', name: 'Lê Thị Ba', amount: 600_000, listed: 500_000 },
    ])
  })

  it('drafted from it again, nothing is there twice; from the list of people, the list counts', async () => {
    await draftPeriod(server.tools, actor, place, 1, importId)
    expect(await itemsOfPeriod(server.tools.db, homeCommune, november)).toHaveLength(5)
    await draftPeriod(server.tools, actor, place, 2)
    const items = await itemsOfPeriod(server.tools.db, homeCommune, november)
    expect(items.filter(({ kind }) => kind === 'monthly').map(({ amount }) => amount)).toEqual(Array(4).fill(500_000))
  })

  it('another commune’s file is none', async () => {
    const elsewhere = await payingActor(server, otherCommune)
    const asked = await draftPeriod(
      server.tools,
      elsewhere,
      { commune: otherCommune, period: november },
      null,
      importId,
    )
    expect(asked).toEqual({ kind: 'notFound' })
  })
})
