// The rules of paying as an officer meets them at a door: what is missing, who may receive, who signs, why not, who has to agree.
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Route, Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { NonDeliveryReason } from '../../../../src/domain/code-lists/non-delivery-reasons.ts'
import type { Delivery } from '../../../../src/domain/payment/delivery.ts'
import { addPhoto } from '../../../../src/tablet/actions/add-photo.ts'
import { lockVault } from '../../../../src/tablet/actions/lock-vault.ts'
import { openPayment, paymentDraftId, savePaymentDraft } from '../../../../src/tablet/actions/payment-drafts.ts'
import { ledgerOf } from '../../../../src/tablet/actions/payment-ledger.ts'
import type { Session } from '../../../../src/tablet/actions/session.ts'
import { startSync, type SyncHandle } from '../../../../src/tablet/actions/start-sync.ts'
import { SessionProvider } from '../../../../src/tablet/frame/session-context.tsx'
import { ToolsProvider } from '../../../../src/tablet/frame/tools-context.tsx'
import { PaymentScreen } from '../../../../src/tablet/screens/payment/payment-screen.tsx'
import { type Given, publishDelivery } from '../../../support/deliveries.ts'
import { fillJsdomGaps, onlyTab } from '../../../support/jsdom-gaps.ts'
import { startModelServer } from '../../../support/model-server.ts'
import { enrolled, nodeTools } from '../../../support/node-tablet.ts'
import { madeUpPhoto } from '../../../support/test-tablet.ts'

fillJsdomGaps()
// Each tap is followed by real sealing and signing, on machines that have other work, too.
configure({ asyncUtilTimeout: 10_000 })
Object.assign(globalThis, { scrollTo: () => undefined })
// jsdom draws nothing: whoever signs here has signed before.
const blank = { clearRect: () => undefined, fillRect: () => undefined, scale: () => undefined }
HTMLCanvasElement.prototype.getContext = (() => blank) as never
globalThis.ResizeObserver ??= class {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}
const server = startModelServer()
let session: Session
let sync: SyncHandle

beforeEach(async () => {
  session = await enrolled(nodeTools(server.send, { locks: onlyTab }), server.newCode())
  sync = startSync(session)
})
afterEach(() => {
  cleanup()
  sync.stop()
  lockVault(session)
})

/** Stands at the door of somebody whose money the office sent. */
async function standAt(given: Given = {}, signed?: 'signature' | 'witnessSignature'): Promise<Delivery> {
  const delivery = publishDelivery(server, given)
  await sync.now()
  await ledgerOf(session).refresh()
  if (signed !== undefined) {
    const begun = await openPayment(session, delivery.id)
    if (begun === null) throw new Error('there is nothing to pay')
    await savePaymentDraft(session, begun.content)
    const photo = { role: signed, bytes: new Uint8Array(madeUpPhoto()), type: 'image/jpeg' as const }
    await addPhoto(session, paymentDraftId(delivery.id), photo)
  }
  const { hook } = memoryLocation({ path: `/chi-tra/${delivery.id}` })
  render(
    <ToolsProvider tools={session.tools}>
      <SessionProvider open={{ session, sync, lock: () => undefined }}>
        <Router hook={hook}>
          <Route path="/chi-tra/:period/:beneficiary">
            {({ period, beneficiary }) => <PaymentScreen period={period} beneficiary={beneficiary} />}
          </Route>
        </Router>
      </SessionProvider>
    </ToolsProvider>,
  )
  await screen.findByRole('heading', { level: 2, name: delivery.name })
  return delivery
}

const tap = async (name: string, among: HTMLElement = document.body) =>
  userEvent.click(await within(among).findByRole('button', { name }))
const choose = async (name: string, among: HTMLElement = document.body) =>
  userEvent.click(await within(among).findByRole('radio', { name }))
const recorded = async () => (await ledgerOf(session).refresh()).records.map(({ body }) => body)
const missing = async () => {
  const banner = (await screen.findByText('Chưa ghi được vì còn thiếu:')).closest('.banner')
  return within(banner as HTMLElement)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
}

describe('a payment at the door', () => {
  it('is refused with everything that is missing, which comes into sight, and is missed no more once it is there', async () => {
    const shown: string[] = []
    const scroll = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(function (this: HTMLElement) {
      shown.push(this.textContent)
    })
    await standAt()
    await tap('Đã chi trả')
    expect(await missing()).toEqual(['quét thẻ hoặc nhận diện trực tiếp', 'chữ ký của người nhận'])
    await waitFor(() => expect(shown.at(-1)).toContain('Chưa ghi được vì còn thiếu:'))
    scroll.mockRestore()
    await tap('Nhận diện trực tiếp')
    expect(await missing()).toEqual(['lý do không quét thẻ', 'chữ ký của người nhận'])
    await choose('Thẻ không đọc được')
    expect(await missing()).toEqual(['chữ ký của người nhận'])
    expect(await recorded()).toEqual([])
  })

  it('a witness who signs has a name', async () => {
    await standAt({}, 'witnessSignature')
    await tap('Nhận diện trực tiếp')
    await choose('Biết rõ người nhận')
    await choose('Người làm chứng ký thay')
    await tap('Đã chi trả')
    expect(await missing()).toEqual(['họ và tên người làm chứng'])
    await userEvent.type(screen.getByLabelText('Họ và tên người làm chứng'), 'Lê Thị Hàng Xóm')
    await tap('Đã chi trả')
    await screen.findByText('Đã lưu')
    expect(await recorded()).toMatchObject([{ data: { confirmation: 'witness', witness: 'Lê Thị Hàng Xóm' } }])
    await screen.findByText('Người làm chứng ký thay: Lê Thị Hàng Xóm', { exact: false })
    // Offered once, beside the way to the next door; not again at the record below.
    expect(screen.getAllByRole('button', { name: 'Biên nhận' })).toHaveLength(1)
  })

  it('somebody whose paper has run out cannot be chosen; the way that is left is shown', async () => {
    const authorisation = {
      number: '15/UQ',
      date: '2025-01-01',
      certifiedBy: 'Phường Tân An',
      validUntil: '2025-06-01',
    }
    const substitute = { kind: 'authorisedPerson', name: 'Lê Văn Con', relation: 'con', idNumber: null, phone: null }
    await standAt({ person: { substitute: { ...substitute, address: null, authorisation } as never } })
    const radio = await screen.findByRole<HTMLInputElement>('radio', { name: 'Lê Văn Con (con)' })
    expect(radio.disabled).toBe(true)
    await tap('Chưa chi được vì giấy ủy quyền')
    const dialog = await screen.findByRole('dialog', { name: 'Chưa chi được' })
    expect(within(dialog).getByRole<HTMLInputElement>('radio', { checked: true }).value).toBe('R12')
  })
})

describe('somebody who could not be paid', () => {
  it('has one of the reasons of the list, each with what it leads to, and the other one in words', async () => {
    await standAt()
    await tap('Chưa chi được')
    const dialog = await screen.findByRole('dialog', { name: 'Chưa chi được' })
    const reasons = within(dialog).getAllByRole<HTMLInputElement>('radio')
    expect(reasons.map(({ value }) => value)).toEqual(NonDeliveryReason.options)
    for (const reason of reasons) expect(reason.getAttribute('aria-describedby')).toBeTruthy()
    await tap('Ghi chưa chi được', dialog)
    await within(dialog).findByText('Hãy chọn lý do.')
    await choose('Lý do khác (ghi rõ)', dialog)
    await tap('Ghi chưa chi được', dialog)
    await within(dialog).findByText('Với lý do khác phải ghi rõ.')
    await userEvent.type(within(dialog).getByLabelText('Ghi chú'), 'Nhà đang có tang')
    await tap('Ghi chưa chi được', dialog)
    await screen.findByText('Đã lưu')
    expect(await recorded()).toMatchObject([{ kind: 'visit', data: { reason: 'R99', note: 'Nhà đang có tang' } }])
  })
})

describe('a wrong entry', () => {
  async function pay(amount: number): Promise<HTMLElement> {
    await standAt({ amounts: [amount], delivery: { voidLimit: 2_000_000 } }, 'signature')
    await tap('Nhận diện trực tiếp')
    await choose('Biết rõ người nhận')
    await tap('Đã chi trả')
    await screen.findByText('Đã lưu')
    await tap('Hủy vì ghi nhầm')
    return screen.findByRole('dialog', { name: 'Hủy lần ghi này' })
  }

  it('is voided with a reason; up to the limit nobody else is asked', async () => {
    const dialog = await pay(2_000_000)
    expect(within(dialog).queryByLabelText('Người thứ hai đồng ý')).toBeNull()
    await tap('Hủy lần ghi', dialog)
    await within(dialog).findByText('Phải ghi lý do hủy.')
    await userEvent.type(within(dialog).getByLabelText('Lý do hủy'), 'Ghi nhầm người')
    await tap('Hủy lần ghi', dialog)
    await screen.findByText('Đã hủy')
  })

  it('S26: above the limit names a second person, and goes on counting until the office agrees', async () => {
    const dialog = await pay(2_000_001)
    await userEvent.type(within(dialog).getByLabelText('Lý do hủy'), 'Ghi nhầm người')
    await tap('Hủy lần ghi', dialog)
    await within(dialog).findByText('Phải ghi tên người thứ hai.')
    await userEvent.type(within(dialog).getByLabelText('Người thứ hai đồng ý'), 'Trần Thị Tổ Trưởng')
    await tap('Hủy lần ghi', dialog)
    await screen.findByText('Chờ văn phòng đồng ý hủy')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Hủy vì ghi nhầm' })).toBeNull())
    expect(screen.queryByText('Đã hủy')).toBeNull()
  })
})
