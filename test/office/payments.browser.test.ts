// A month at the office: drafted, checked, locked, given to an officer; a double payment settled, the rest carried over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startImport } from '../../src/server/actions/preview-import.ts'
import { itemsOfPeriod } from '../../src/server/store/payment-items.ts'
import { layoutFaults, seriousFindings } from '../support/judge-screen.ts'
import { type Desk, desktop, openDesk, phone } from '../support/office-desk.ts'
import {
  addPayable,
  december,
  november,
  payingActor,
  paymentOf,
  type PayingPerson,
  settlementOf,
  visitOf,
} from '../support/paying.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { takePicture } from '../support/pictures.ts'
import { homeCommune } from '../support/test-server.ts'
import { enrolTestTablet, type TestTablet } from '../support/test-tablet.ts'

let app: RunningApp
let desk: Desk
let tablet: TestTablet
let people: PayingPerson[]
const names = ['Nguyễn Thị Một', 'Trần Văn Hai', 'Lê Thị Ba', 'Võ Thị Bốn']
const month = `/chi-tra/${homeCommune}/${november}`

beforeAll(async () => {
  app = await startApp()
  people = await addPayable(app.server, 4, { nameOf: (index) => names[index] ?? '' })
  tablet = await enrolTestTablet(app.server, { role: 'paymentOfficer' })
  desk = await openDesk(app, 'reviewer', desktop)
})
afterAll(async () => {
  await desk.browser.close()
  await app.stop()
})

const press = (name: string) => desk.page.getByRole('button', { name, exact: true }).click()
const confirm = (name: string) => desk.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const say = (sentence: string) => desk.page.getByText(sentence).first().waitFor()

describe('a month of payments at the office', () => {
  it('is drafted from the list, checked, locked, and given to an officer', async () => {
    const { page, goTo } = desk
    await goTo('/')
    await page.getByRole('link', { name: 'Chi trả' }).click()
    await say('Chưa có danh sách tháng nào.')
    await press('Lập danh sách tháng')
    await page.getByLabel('Kỳ chi trả').fill(november)
    await confirm('Lập danh sách')
    await page.getByRole('heading', { name: /Danh sách chi trả tháng 11\/2026/ }).waitFor()
    await press('Kiểm tra')
    await say('Đã kiểm tra danh sách.')
    await press('Khóa danh sách')
    await confirm('Khóa danh sách')
    await say('Đã khóa danh sách.')
    await say('2.160.000 đ')

    await page.getByRole('link', { name: 'Phân công', exact: true }).click()
    await page.getByLabel('Thới Hòa').check()
    await page.getByLabel('Giao cho').selectOption({ index: 1 })
    await press('Phân công')
    await say('Đã phân công 4 người hưởng.')
  })

  it('shows a double payment until a person has settled it, and counts it once', async () => {
    const { page, goTo } = desk
    const items = await itemsOfPeriod(app.server.tools.db, homeCommune, november)
    const itemsOf = ({ beneficiary }: PayingPerson) => items.filter((item) => item.beneficiary === beneficiary.id)
    const [paid, absent] = people as [PayingPerson, PayingPerson]
    const once = paymentOf(paid.beneficiary.id, itemsOf(paid))
    const twice = paymentOf(paid.beneficiary.id, itemsOf(paid))
    await tablet.record(once, twice, visitOf(absent.beneficiary.id))
    await tablet.record(settlementOf({ cashOut: 1_080_000, paid: 1_080_000, returned: 0 }, [once.id, twice.id]))

    await goTo(month)
    await page.getByText('540.000 đ').first().waitFor()
    await takePicture(page, 'van-phong-chi-tra')
    await press('Đã chi trả xong')
    await confirm('Đã chi trả xong')
    await say('Đã ghi nhận chi trả xong.')
    await press('Đóng kỳ')
    await confirm('Đóng kỳ')
    await say('Còn việc cần xử lý')

    await page.getByRole('link', { name: 'Cần xử lý', exact: true }).click()
    await say('Chi trùng')
    await press('Xử lý')
    await confirm('Lưu')
    await say('Chọn một quyết định.')
    await page.getByRole('dialog').getByText('Đã giải quyết').click()
    await page.getByRole('dialog').getByLabel('Đã làm gì').fill('Đã thu hồi lần chi thứ hai')
    await confirm('Lưu')
    await say('Không có việc nào cần xử lý.')
  })

  it('adds up to the đồng, and carries the unpaid over when it closes', async () => {
    const { page, goTo } = desk
    await goTo(`${month}/quyet-toan`)
    await page.getByText('Khớp', { exact: true }).waitFor()
    await takePicture(page, 'van-phong-quyet-toan')
    expect(await page.getByText('được tính 540.000 đ + chi trùng 540.000 đ').count()).toBe(1)
    await goTo(month)
    await press('Đóng kỳ')
    await confirm('Đóng kỳ')
    await say('Chuyển sang kỳ sau 3 khoản, 1.620.000 đ.')
  })

  it('is drafted from a file that was uploaded, and names the rows that nobody could be found for', async () => {
    const { page, goTo } = desk
    const file = [
      'STT,Họ và tên,Năm sinh,Nhóm đối tượng,Mức/tháng',
      '1,Nguyễn Thị Một,1950,Người cao tuổi,540.000',
      '2,Lê Thị Ba,1950,Người cao tuổi,600.000',
      '3,Phạm Văn Lạ,1952,Người cao tuổi,540.000',
    ].join('\n')
    const upload = { commune: homeCommune, name: 'Chi trả 12.csv', bytes: new TextEncoder().encode(file) }
    expect((await startImport(app.server.tools, await payingActor(app.server), upload)).kind).toBe('preview')
    await goTo('/chi-tra')
    await press('Lập danh sách tháng')
    await page.getByLabel('Kỳ chi trả').fill(december)
    await confirm('Lập danh sách')
    await page.getByRole('heading', { name: /Danh sách chi trả tháng 12\/2026/ }).waitFor()
    await press('Lập từ tệp danh sách')
    await confirm('Lập danh sách')
    await say('Chọn một tệp.')
    await page.getByLabel('Tệp danh sách', { exact: true }).selectOption({ index: 1 })
    await confirm('Lập danh sách')
    await say('1 dòng của tệp chưa vào danh sách chi trả:')
    const row = page.getByRole('dialog').getByRole('row', { name: /^4 Phạm Văn Lạ/ })
    expect(await row.textContent()).toContain('Không có trong danh sách người hưởng')
    expect([await seriousFindings(page), await layoutFaults(page, 48)].flat()).toEqual([])
    await confirm('Đóng')
    await say('Lê Thị Ba')
    await press('Kiểm tra')
    await say('600.000 đ')
    const items = await itemsOfPeriod(app.server.tools.db, homeCommune, december)
    expect(items.filter(({ kind }) => kind === 'monthly').map(({ amount }) => amount)).toEqual([540_000, 600_000])
  })

  it.each([
    ['at a desk', desktop, ['', '/nguoi', '/bang-ky']],
    [
      'on a phone',
      phone,
      ['', '/nguoi', '/nguoi/somebody', '/phan-cong', '/can-xu-ly', '/quyet-toan', '/ban-giao', '/bang-ky'],
    ],
  ])('holds %s: nothing serious for axe, nothing too small, nothing too wide', async (_where, size, parts) => {
    const { page, goTo } = desk
    await page.setViewportSize(size)
    const person = people[0]?.beneficiary.id ?? ''
    const found: Record<string, unknown> = {}
    for (const path of ['/chi-tra', ...parts.map((part) => month + part.replace('somebody', person))]) {
      await goTo(path)
      const judged = [await seriousFindings(page), await layoutFaults(page, 48)].flat()
      if (judged.length > 0) found[path] = judged
    }
    expect(found).toEqual({})
    expect(desk.browser.complaints).toEqual([])
  })
})
