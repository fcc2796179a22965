// What somebody at the office does with a month of payments, by the words on the screen.
import type { Period } from '../../src/domain/payment/period.ts'
import type { Desk } from './office-desk.ts'

export type PayingDesk = {
  /** The months. */
  open: () => Promise<void>
  press: (name: string) => Promise<void>
  /** Presses a button of the open dialog. */
  confirm: (name: string) => Promise<void>
  /** Waits for a sentence. */
  say: (sentence: string) => Promise<void>
  /** Opens a part of the month. */
  part: (name: string) => Promise<void>
  /** From the page of the months: drafts one from the list, and opens it. @param shown `MM/YYYY`. */
  draft: (period: Period, shown: string) => Promise<void>
  checkAndLock: () => Promise<void>
  /** Takes a step that asks first, and waits for what comes of it. */
  step: (name: string, comes: string) => Promise<void>
  /** Gives hamlets to an officer by name. @param people how many deliveries change hands. */
  assign: (hamlets: readonly string[], officer: string, people: number) => Promise<void>
  /** Says of the one matter that is open what was done about it. */
  settle: (what: string) => Promise<void>
}

/** The desk of somebody who manages payments. */
export function payingDesk({ page }: Desk): PayingDesk {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  const say = (sentence: string) => page.getByText(sentence).first().waitFor()
  const part = (name: string) =>
    page
      .getByRole('navigation', { name: 'Các phần của danh sách tháng' })
      .getByRole('link', { name, exact: true })
      .click()
  const step = async (name: string, comes: string) => {
    await press(name)
    await confirm(name)
    await say(comes)
  }
  return {
    open: () => page.getByRole('link', { name: 'Chi trả', exact: true }).click(),
    press,
    confirm,
    say,
    part,
    step,
    async draft(period, shown) {
      await press('Lập danh sách tháng')
      await page.getByLabel('Kỳ chi trả').fill(period)
      await confirm('Lập danh sách')
      await page.getByRole('heading', { name: `Danh sách chi trả tháng ${shown}` }).waitFor()
    },
    async checkAndLock() {
      await press('Kiểm tra')
      await say('Đã kiểm tra danh sách.')
      await step('Khóa danh sách', 'Đã khóa danh sách.')
    },
    async assign(hamlets, officer, people) {
      await part('Phân công')
      for (const hamlet of hamlets) await page.getByLabel(hamlet).check()
      await page.getByLabel('Giao cho').selectOption({ label: officer })
      await press('Phân công')
      await say(`Đã phân công ${people} người hưởng.`)
    },
    async settle(what) {
      await press('Xử lý')
      await confirm('Lưu')
      await say('Chọn một quyết định.')
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Đã giải quyết').click()
      await dialog.getByLabel('Đã làm gì').fill(what)
      await confirm('Lưu')
    },
  }
}
