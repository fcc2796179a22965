// A list taken in and taken back, on every database, through the real addresses.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type CellObject, read } from '@e965/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImportLine, ImportPreview } from '../../src/protocol/office/imports.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { officeClient, type OfficeClient } from '../support/office-client.ts'
import { addStaff, homeCommune, otherCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody } from '../support/test-tablet.ts'

const base = `/communes/${homeCommune}/imports`
const heading = 'STT;Mã hồ sơ;Họ và tên;Năm sinh;CCCD;Ấp;Đối tượng;Mức hưởng'
const csv = (...rows: string[]) => Buffer.from(`\uFEFF${[heading, ...rows].join('\r\n')}\r\n`)
const an = '1;TD-1;Lê Thị An;1945;092145990001;Thới Hòa;Người khuyết tật nặng;750.000'
const bay = '2;TD-2;Trần Văn Bảy;01/02/1950;092050990002;Thới Hòa;Người khuyết tật nặng;750.000'
const broken = '3;TD-3;Võ Văn Lỗi;31/02/1950;;Thới Hòa;Người khuyết tật nặng;750.000'

describe.each(everyDatabase)('imports on $name', ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  let reviewer: OfficeClient
  beforeEach(async () => {
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db }, environment: opened.environment })
    reviewer = await officeClient(server, (await addStaff(server, { role: 'reviewer' })).id)
  })
  afterEach(async () => {
    await server.stop()
    await opened.forget()
  })

  async function upload(file: Uint8Array): Promise<ImportPreview> {
    const answer = await reviewer('POST', `${base}?name=danh-sach.csv`, file)
    expect(answer.status).toBe(201)
    return ImportPreview.parse(answer.body)
  }
  const lastWord = async (id: string) => {
    const { text } = await reviewer('POST', `${base}/${id}/commit`)
    return JSON.parse(text.trim().split('\n').at(-1) ?? '') as Record<string, unknown>
  }
  async function take(file: Uint8Array): Promise<string> {
    const { id } = await upload(file)
    expect(await lastWord(id)).toMatchObject({ kind: 'committed' })
    return id
  }
  const undo = async (id: string) => (await reviewer('POST', `${base}/${id}/undo`)).body
  const lines = async (id: string, query = '') => {
    const { body } = await reviewer('GET', `${base}/${id}/lines${query}`)
    return (body as { items: unknown[] }).items.map((line) => ImportLine.parse(line))
  }

  it('takes in a whole list: tablets get every person, and the same list again changes nothing', async () => {
    const list = readFileSync(new URL('../fixtures/lists/btxh-thoi-dong.xlsx', import.meta.url))
    const preview = await upload(list)
    expect(preview).toMatchObject({ people: 640, sumMonthly: 421_000_000, sumTotal: 465_000_000 })
    expect(await lastWord(preview.id)).toMatchObject({ kind: 'committed', added: 640, changed: 0, ceased: 0 })

    const tablet = await enrolTestTablet(server)
    const { lines: told, begin } = await tablet.allChanges()
    expect(told.filter((line) => line.type === 'beneficiary')).toHaveLength(640)
    expect(told.filter((line) => line.type === 'entitlement')).toHaveLength(640)
    expect(begin.communes.map(({ code }) => code)).toEqual([homeCommune])

    const again = await upload(list)
    expect(again.summary.counts).toMatchObject({ added: 0, changed: 0, unchanged: 640, missing: 0 })
  })

  it('shows every row with what would become of it and why, and writes only what was taken', async () => {
    await take(csv(an, bay))
    const next = await upload(csv(an.replace('750.000', '1.000.000'), an, broken))
    expect(await lines(next.id)).toMatchObject([
      {
        n: 0,
        row: 2,
        kind: 'changed',
        taken: true,
        changes: [{ field: 'monthly', before: 750_000, after: 1_000_000 }],
      },
      { n: 1, row: 3, kind: 'duplicate', of: 2, taken: false },
      { n: 2, row: 4, kind: 'broken', faults: ['birthUnreadable'], taken: false },
      { n: 3, row: null, kind: 'missing', name: 'Trần Văn Bảy', taken: false },
    ])
    expect((await lines(next.id, '?kind=broken')).map((line) => line.n)).toEqual([2])
    const taken = await reviewer('PUT', `${base}/${next.id}/taken`, { taken: true, lines: 'missing' })
    expect(ImportPreview.parse(taken.body).taken).toMatchObject({ changed: 1, missing: 1, broken: 0 })
    expect(await lastWord(next.id)).toMatchObject({ kind: 'committed', added: 0, changed: 2, ceased: 1 })

    const told = (await (await enrolTestTablet(server)).allChanges()).lines
    expect(told.filter((line) => line.type === 'entitlement').map((line) => [line.monthly, line.state])).toEqual(
      expect.arrayContaining([
        [1_000_000, 'active'],
        [750_000, 'ceased'],
      ]),
    )
  })

  it('an import taken back leaves the list as it was, and tablets hear of it', async () => {
    await take(csv(an))
    const second = await take(csv(an.replace('Thới Hòa', 'Thới Xuân'), bay))
    const tablet = await enrolTestTablet(server)
    const { cursor } = await tablet.allChanges()
    expect(await undo(second)).toEqual({ kind: 'undone', removed: 1, restored: 1 })
    const heard = (await tablet.allChanges(cursor)).lines
    expect(
      heard
        .filter((line) => line.type === 'drop')
        .map((line) => line.of)
        .toSorted(),
    ).toEqual(['beneficiary', 'entitlement'])
    expect(heard).toContainEqual(
      expect.objectContaining({ type: 'beneficiary', name: 'Lê Thị An', hamlet: 'Thới Hòa' }),
    )
    expect(await undo(second)).toEqual({ kind: 'notCommitted' })
    expect((await upload(csv(an))).summary.counts).toMatchObject({ unchanged: 1, added: 0, missing: 0 })
  })

  it('a long list is taken in and taken back while others go on, and its people are found', async () => {
    const many = Array.from(
      { length: 1100 },
      (_, n) => `${n};TD-${n};Lê Văn Đông;${1930 + (n % 50)};;Thới Hòa;Người khuyết tật nặng;750.000`,
    )
    const id = await take(csv(...many))
    const found = async () => ((await reviewer('GET', '/people?q=dong&limit=1')).body as { total: number }).total
    expect(await found()).toBe(1100)
    const tablet = await enrolTestTablet(server)
    expect((await tablet.allChanges()).lines).toHaveLength(2200)
    const [undone, pushed] = await Promise.all([undo(id), tablet.record(registrationBody({}))])
    expect(undone).toEqual({ kind: 'undone', removed: 1100, restored: 0 })
    expect(pushed.status).toBe(200)
    expect(await found()).toBe(0)
  })

  it('an import is not taken back where later work would be lost', async () => {
    const first = await take(csv(an))
    await take(csv(an.replace('Thới Hòa', 'Thới Xuân')))
    expect(await undo(first)).toEqual({ kind: 'refused', because: 'changedLater', people: 1 })
  })

  it('an import is not taken back where its people have registered', async () => {
    const id = await take(csv(an))
    const tablet = await enrolTestTablet(server)
    const [person] = (await tablet.allChanges()).lines.filter((line) => line.type === 'beneficiary')
    await tablet.record(registrationBody({ subject: person?.id }))
    expect(await undo(id)).toEqual({ kind: 'refused', because: 'registered', people: 1 })
  })

  it('a preview that is older than the list writes nothing and is made anew', async () => {
    const early = await upload(csv(an))
    await take(csv(bay))
    expect(await lastWord(early.id)).toEqual({ kind: 'listChanged' })
    const fresh = ImportPreview.parse((await reviewer('GET', `${base}/${early.id}`)).body)
    expect(fresh.summary.counts).toMatchObject({ added: 1, missing: 1 })
    expect(await lastWord(early.id)).toMatchObject({ kind: 'committed', added: 1 })
    expect(await lastWord(early.id)).toEqual({ kind: 'notAPreview' })
  })

  it('two commits of one preview at once have one effect', async () => {
    const { id } = await upload(csv(an, bay))
    const ends = await Promise.all([lastWord(id), lastWord(id), lastWord(id)])
    expect(ends.map((end) => String(end['kind'])).toSorted()).toEqual(['committed', 'notAPreview', 'notAPreview'])
  })

  it('is read anew with the columns, categories and programme that a person settled', async () => {
    const strange = Buffer.from('Tên riêng;Cột lạ;Diện\r\nLê Văn An;1945;Diện số 1\r\n')
    const preview = await upload(strange)
    expect(preview.summary.heading).toBeNull()
    const choices = {
      columns: { 0: 'name', 1: 'birth', 2: 'category' },
      programme: 'BTXH',
      categories: { 'dien so 1': 'BT.5.6.N' },
    }
    const settled = ImportPreview.parse((await reviewer('PUT', `${base}/${preview.id}/choices`, choices)).body)
    const read = await lines(settled.id, '?kind=added')
    expect(read.find((line) => line.row === 2)).toMatchObject({
      name: 'Lê Văn An',
      birth: '1945',
      category: 'BT.5.6.N',
    })
    expect(settled.choices).toEqual(choices)
  })

  it('choices are remembered for the next list with the same heading of this commune, and forgotten when asked', async () => {
    const strange = (name: string) =>
      Buffer.from(`Họ tên;Số lạ;Sinh năm;Diện\r\n${name};092045990001;1945;Diện số 1\r\n`)
    const first = await upload(strange('Lê Văn An'))
    expect(first.remembered).toBe(false)
    const choices = { columns: { 1: 'fileCode' }, categories: { 'dien so 1': 'BT.5.6.N' }, programme: 'BTXH' }
    await reviewer('PUT', `${base}/${first.id}/choices`, { ...choices, century: 1900 })
    const next = await upload(strange('Trần Văn Bình'))
    expect(next).toMatchObject({ remembered: true, choices })
    expect(next.choices.century).toBeUndefined()
    expect((await lines(next.id))[0]).toMatchObject({ fileCode: '092045990001', idNumber: null, category: 'BT.5.6.N' })
    const anew = ImportPreview.parse((await reviewer('PUT', `${base}/${next.id}/choices`, {})).body)
    expect(anew).toMatchObject({ remembered: false, choices: {} })
    expect((await upload(strange('Võ Văn Cường'))).remembered).toBe(false)
  })

  it('a list in an old encoding waits until somebody has looked at its texts before and after', async () => {
    const list = readFileSync(new URL('../fixtures/lists/ncc-tcvn3.xls', import.meta.url))
    const preview = await upload(list)
    expect(preview).toMatchObject({
      people: 85,
      sumMonthly: 422_663_000,
      sumTotal: 443_859_000,
      questions: ['encoding'],
    })
    expect(preview.summary.encodings.find(({ index }) => index === 1)?.examples).toContainEqual({
      before: 'Lý Minh B¶y',
      after: 'Lý Minh Bảy',
    })
    expect(await lastWord(preview.id)).toEqual({ kind: 'openQuestions', questions: ['encoding'] })
    const looked = await reviewer('PUT', `${base}/${preview.id}/choices`, { encodingConfirmed: true })
    expect(ImportPreview.parse(looked.body).questions).toEqual([])
    expect(await lastWord(preview.id)).toMatchObject({ kind: 'committed', added: 85 })
    const wrong = await upload(list)
    const chosen = { encodings: { sheet: 'vni' }, encodingConfirmed: true }
    const read = ImportPreview.parse((await reviewer('PUT', `${base}/${wrong.id}/choices`, chosen)).body)
    expect(read.people).toBe(0)
  })

  it('years of two digits and a programme that nothing names are asked about once for the whole file', async () => {
    const rows = ['Lê Văn An;01/02/45;', 'Trần Văn Bình;12;092212990001', 'Võ Thị Cúc;1950;'].join('\r\n')
    const preview = await upload(Buffer.from(`Họ tên;Sinh năm;CCCD\r\n${rows}\r\n`))
    expect(preview.questions).toEqual(['programme'])
    expect(preview.summary.twoDigitYears).toEqual({
      count: 2,
      examples: [
        { row: 2, text: '01/02/45' },
        { row: 3, text: '12' },
      ],
    })
    expect(preview.summary.counts).toMatchObject({ broken: 2, added: 1 })
    expect(await lastWord(preview.id)).toEqual({ kind: 'openQuestions', questions: ['programme'] })
    await reviewer('PUT', `${base}/${preview.id}/choices`, { century: 1900, programme: 'BTXH' })
    expect((await lines(preview.id)).map((line) => [line.name, line.birth])).toEqual([
      ['Lê Văn An', '1945-02-01'],
      // The citizen ID agrees with the two digits and says the century.
      ['Trần Văn Bình', '2012'],
      ['Võ Thị Cúc', '1950'],
    ])
    expect(await lastWord(preview.id)).toMatchObject({ kind: 'committed', added: 3 })
  })

  it('a duplicate may be taken by hand as one more benefit, and is taken back with the rest', async () => {
    const preview = await upload(csv(an, bay, an))
    expect(preview.taken).toMatchObject({ added: 2, duplicate: 0 })
    const taken = await reviewer('PUT', `${base}/${preview.id}/taken`, { taken: true, lines: [2] })
    expect(ImportPreview.parse(taken.body).taken).toMatchObject({ added: 2, duplicate: 1 })
    expect(await lastWord(preview.id)).toMatchObject({ kind: 'committed', added: 2 })
    const tablet = await enrolTestTablet(server)
    const told = (await tablet.allChanges()).lines
    const rights = told.filter((line) => line.type === 'entitlement')
    expect(rights).toHaveLength(3)
    expect(new Set(rights.map((line) => line.beneficiary)).size).toBe(2)
    expect(await undo(preview.id)).toEqual({ kind: 'undone', removed: 2, restored: 0 })
    expect((await upload(csv(an))).summary.counts).toMatchObject({ added: 1, unchanged: 0, missing: 0 })
  })

  it('S28: the list and the rows that need a look leave as files without a formula, told in the log with their hash', async () => {
    const attack = '4;TD-4;=HYPERLINK("http://x");1945;;@Ấp;+Người khuyết tật nặng;750.000'
    const id = await take(csv(an, bay, attack, broken))
    for (const path of [`/communes/${homeCommune}/list-export`, `${base}/${id}/problems`]) {
      for (const format of ['csv', 'xlsx'] as const) {
        const { status, bytes, headers } = await reviewer('GET', `${path}?format=${format}`)
        expect(status).toBe(200)
        expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9.-]+"$/)
        const sheet = Object.values(read(bytes, { cellFormula: true }).Sheets)[0] ?? {}
        const cells = Object.entries(sheet).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell as CellObject]))
        expect(cells.filter((cell) => cell.f !== undefined)).toEqual([])
        expect(cells.filter(({ v }) => typeof v === 'string' && /^\s*[=+@-]/.test(v))).toEqual([])
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const told = await opened.db
          .selectFrom('audit')
          .select('detail')
          .where('action', 'like', '%.exported')
          .execute()
        expect(told.some(({ detail }) => detail.includes(sha256))).toBe(true)
      }
    }
    const officer = await officeClient(server, (await addStaff(server, { role: 'wardOfficer' })).id)
    expect((await officer('GET', `/communes/${homeCommune}/list-export`)).status).toBe(403)
  })

  it('keeps the file as it was uploaded, with its SHA-256, and who did what in the log', async () => {
    const file = csv(an)
    const id = await take(file)
    const original = await reviewer('GET', `${base}/${id}/file`)
    expect(original.text).toBe(file.toString('utf8').slice(1))
    expect(original.headers.get('content-disposition')).toContain('attachment')
    const preview = ImportPreview.parse((await reviewer('GET', `${base}/${id}`)).body)
    expect(preview.fileSha256).toMatch(/^[0-9a-f]{64}$/)
    const actions = await opened.db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('thing_id', '=', id)
      .execute()
    expect(actions.map(({ action }) => action).toSorted()).toEqual([
      'import.committed',
      'import.fileTaken',
      'import.previewed',
    ])
    expect(JSON.stringify(actions)).not.toMatch(/Lê Thị An|092145990001/)
  })

  it('a preview can be forgotten; what was committed cannot', async () => {
    const { id } = await upload(csv(an))
    expect((await reviewer('DELETE', `${base}/${id}`)).status).toBe(204)
    expect((await reviewer('GET', `${base}/${id}`)).status).toBe(404)
    expect((await reviewer('DELETE', `${base}/${await take(csv(an))}`)).status).toBe(409)
  })

  it('a bad file changes nothing and says which reason', async () => {
    const answer = await reviewer('POST', `${base}?name=a.xlsx`, Buffer.from('%PDF-1.7\n'))
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad_file', reason: 'notAList' } })
    expect((await reviewer('GET', '/imports')).body).toMatchObject({ items: [] })
  })

  it('nobody imports without the permission, nor into another commune, nor sees its imports', async () => {
    const officer = await officeClient(server, (await addStaff(server, { role: 'wardOfficer' })).id)
    expect((await officer('POST', `${base}?name=a.csv`, csv(an))).status).toBe(403)
    const elsewhere = await officeClient(
      server,
      (await addStaff(server, { role: 'reviewer', communes: [otherCommune] })).id,
    )
    expect((await elsewhere('POST', `${base}?name=a.csv`, csv(an))).status).toBe(404)
    const id = await take(csv(an))
    expect((await elsewhere('GET', `${base}/${id}`)).status).toBe(404)
    expect((await elsewhere('GET', `/communes/${otherCommune}/imports/${id}`)).status).toBe(404)
    expect((await elsewhere('POST', `/communes/${otherCommune}/imports/${id}/undo`)).body).toEqual({
      kind: 'notCommitted',
    })
    expect((await elsewhere('GET', '/imports')).body).toMatchObject({ items: [] })
  })
})
