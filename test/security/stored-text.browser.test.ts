// S36: whatever somebody wrote into any field, the office shows it as text and nothing of it happens.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, openDesk } from '../support/office-desk.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { addEnrolmentCode, addStaff, homeCommune } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody, registrationData } from '../support/test-tablet.ts'

const corpus = [
  '<img src=x onerror="window.pwned=1">',
  '"><script>window.pwned=1</script>',
  "'><svg/onload=window.pwned=1>",
  'javascript:window.pwned=1',
  '{{constructor.constructor("window.pwned=1")()}}',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '<a href="javascript:window.pwned=1" autofocus onfocus=window.pwned=1>x</a>',
  '</title><script>window.pwned=1</script>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>',
]

let app: RunningApp
let desk: Desk
beforeAll(async () => {
  app = await startApp()
  desk = await openDesk(app, 'administrator')
})
afterAll(async () => {
  await desk.browser.close()
  await app.stop()
})

it('S36: no field of a record, a person, a member of staff or a tablet becomes markup or script', async () => {
  const { page, goTo, browser } = desk
  const ids: string[] = []
  for (const text of corpus) {
    const short = text.slice(0, 190)
    await app.putPeople(1, { name: short, hamlet: text, fileCode: text, permanentAddress: text, currentAddress: text })
    const officer = await addStaff(app.server, { name: short.slice(0, 110), communes: [homeCommune] })
    const tablet = await enrolTestTablet(app.server, {
      code: await addEnrolmentCode(app.server, officer.id),
      app: text.slice(0, 60),
    })
    await app.server.tools.db
      .updateTable('profile')
      .set({ tablet_name: text })
      .where('id', '=', tablet.profileId)
      .execute()
    const person = { name: short, hamlet: text, fileCode: text, permanentAddress: text, currentAddress: text }
    const substitute = {
      kind: 'authorisedPerson',
      name: short,
      relation: short,
      idNumber: null,
      phone: null,
      address: text,
      authorisation: { number: short, date: '2026-01-01', certifiedBy: short, validUntil: null },
    }
    const body = registrationBody({
      data: {
        ...registrationData(person),
        category: text.slice(0, 40),
        substitute,
        method: { kind: 'cashAtPoint', point: short },
        confirmation: { how: 'witness', witness: short },
        note: text,
      },
    })
    const answer = await tablet.record(body, text, JSON.stringify({ id: text, kind: text, commune: text }))
    expect(answer.body['results']).toMatchObject([{ status: 'accepted' }, {}, {}])
    ids.push(body.id)
  }
  const listed = (await app.server.tools.db.selectFrom('beneficiary').select('id').execute())[0]?.id ?? ''
  const paths = ['/', '/danh-sach', `/danh-sach/${listed}`, '/ho-so', '/ho-so/giu-lai', '/may-va-nguoi-dung']
  for (const path of [...paths, '/may-va-nguoi-dung/nguoi-dung', '/nhat-ky', ...ids.map((id) => `/ho-so/${id}`)]) {
    await goTo(path)
    const found = await page.evaluate(() => ({
      pwned: 'pwned' in window,
      foreign: document.querySelectorAll('#root img[src="x"], #root script, #root iframe, #root math').length,
      links: [...document.querySelectorAll('a')].filter((link) => /^javascript:/i.test(link.href)).length,
    }))
    expect({ path, ...found }).toEqual({ path, pwned: false, foreign: 0, links: 0 })
  }
  await goTo(`/ho-so/${ids[0] ?? ''}`)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(corpus[0])
  await page.getByRole('button', { name: 'Từ chối' }).click()
  await page.getByLabel('Lý do từ chối').fill(corpus[1] ?? '')
  await page.getByRole('button', { name: 'Gửi quyết định' }).click()
  await page.getByText('Đã từ chối.').waitFor()
  await page.getByText(corpus[1] ?? '', { exact: true }).waitFor()
  await goTo('/ho-so/giu-lai')
  const show = page.getByRole('button', { name: 'Xem nguyên văn' })
  const shown = page.locator('pre')
  for (let left = await show.count(); left > 0; left -= 1) {
    await show.first().click()
    await expect.poll(() => show.count()).toBe(left - 1)
  }
  expect(await shown.first().innerText()).not.toBe('')
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  expect(browser.complaints).toEqual([])
})
