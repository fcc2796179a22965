// What the screens of `Chi trả` say of figures that a server sent: sums that can be followed, and feedback to every press.
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '../../src/office/frame/session-context.tsx'
import { DayBalance } from '../../src/office/screens/payments/day-balance.tsx'
import { DecideDialog } from '../../src/office/screens/payments/decide-dialog.tsx'
import { PayeeNotes } from '../../src/office/screens/payments/payee-notes.tsx'
import { PeriodProgress } from '../../src/office/screens/payments/period-progress.tsx'
import { PeriodSteps } from '../../src/office/screens/payments/period-steps.tsx'
import { PayeeDetail } from '../../src/protocol/office/period-people.ts'
import { RecordId } from '../../src/domain/ids.ts'
import { PeriodDetail, PeriodKey } from '../../src/protocol/office/periods.ts'
import { DayRow } from '../../src/protocol/office/reconciliation.ts'
import { Session } from '../../src/protocol/office/session.ts'
import { answerHeader } from '../../src/protocol/version.ts'
import { fillJsdomGaps } from '../support/jsdom-gaps.ts'

fillJsdomGaps()
const at = PeriodKey.parse({ commune: '31147', period: '2026-11' })
const someone = '01890f3c-0000-7000-8000-000000000001'
const other = '01890f3c-0000-7000-8000-000000000002'
const totals = {
  people: 3,
  paid: 1,
  notPaid: 0,
  notYetVisited: 1,
  partlyPaid: 1,
  due: 2_700_000,
  counted: 1_000_000,
  difference: -80_000,
  elsewhere: 540_000,
  unpaid: 1_080_000,
  handed: 1_000_000,
  double: 0,
  openMatters: 0,
}
const detail = (part: object = {}) =>
  PeriodDetail.parse({
    ...at,
    state: 'draft',
    version: 3,
    totals,
    lockedAt: null,
    closedAt: null,
    checkedAt: null,
    paidAt: null,
    byKind: [],
    byChannel: [{ channel: 'home', totals }],
    byHamlet: [],
    byOfficer: [],
    byReason: [],
    problems: [],
    changes: [],
    officers: [],
    before: null,
    ...part,
  })
const session = Session.parse({
  staff: { id: someone, username: 'duyet', name: 'Trần Thị Duyệt', role: 'reviewer' },
  communes: [{ code: '31147', name: 'Phường Cái Răng' }],
})
const signedIn = (children: React.ReactNode) =>
  render(
    <SessionProvider initial={session} onLeft={() => undefined}>
      {children}
    </SessionProvider>,
  )

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Đồng of a figure by the name below it. */
function figure(name: string): number {
  const text = screen.getByText(name, { selector: '.office-figure__name' }).previousElementSibling?.textContent ?? ''
  return Number(text.replace(/\D/g, ''))
}

describe('a month in numbers', () => {
  it('shows every part of what is due: the parts on the screen add up', () => {
    render(<PeriodProgress at={at} detail={detail()} />)
    expect(figure('Phải chi')).toBe(
      figure('Đã chi') + figure('Chi ít hơn phải chi') + figure('Đã chi ở kỳ khác') + figure('Chưa chi'),
    )
    const cells = within(screen.getByRole('row', { name: /Tại nhà/ })).getAllByRole('cell')
    expect(cells.slice(0, 4).map(({ textContent }) => textContent)).toEqual(['3', '1', '1', '0'])
  })

  it('says that a list was drafted anew', async () => {
    const answer = { state: 'draft', version: 4, carriedOver: null, unmatched: [] }
    vi.stubGlobal('fetch', async () => Response.json(answer, { headers: { [answerHeader]: '1' } }))
    signedIn(<PeriodSteps detail={detail()} onChanged={() => undefined} />)
    await userEvent.click(screen.getByRole('button', { name: 'Lập lại từ danh sách hôm nay' }))
    expect(await screen.findByText('Đã lập lại danh sách từ danh sách người hưởng hôm nay.')).toBeTruthy()
  })
})

describe('an officer’s day', () => {
  it('says in words whether money was missing or too much, and names the payments it is made of', () => {
    const settlement = {
      id: someone,
      at: '2026-11-23T10:00:00Z',
      receivedAt: '2026-11-23T10:00:00Z',
      isAddition: false,
    }
    const money = { cashOut: 1_000_000, paid: 540_000, counted: [], receiver: 'Lê Thị Thủ Quỹ' }
    const day = DayRow.parse({
      staff: someone,
      staffName: 'Phan Văn Bưu',
      day: '2026-11-23',
      out: 2_000_000,
      paid: 1_080_000,
      returned: 930_000,
      missing: -10_000,
      settledPaid: 1_080_000,
      state: 'differs',
      settlements: [
        { ...settlement, ...money, returned: 440_000, difference: -20_000, differenceReason: 'Trả nhầm' },
        { ...settlement, ...money, id: other, returned: 490_000, difference: 30_000, differenceReason: 'Không rõ' },
      ],
      payments: [
        { id: someone, beneficiary: someone, name: 'Nguyễn Thị An', amount: 1_080_000, voided: false },
        { id: other, beneficiary: other, name: 'Lê Văn Tâm', amount: 540_000, voided: true },
      ],
      unsettled: [someone],
      voidedSince: [],
      notThere: [],
    })
    render(<DayBalance at={at} day={day} />)
    expect(screen.getByText('Thiếu 20.000 đ: Trả nhầm')).toBeTruthy()
    expect(screen.getByText('Thừa 30.000 đ: Không rõ')).toBeTruthy()
    const lines = screen.getAllByRole('link').map((link) => link.closest('li')?.textContent)
    expect(lines).toEqual([
      'Nguyễn Thị An · 1.080.000 đ · chưa quyết toán',
      'Lê Văn Tâm · 540.000 đ · đã hủy, không tính',
    ])
  })
})

describe('one person’s month', () => {
  it('names the item that a correction was about, and the record that is decided about', () => {
    const item = {
      entitlement: null,
      programme: 'BTXH',
      from: null,
      note: null,
      withdrawn: false,
      state: 'notYetVisited',
      counted: 0,
    }
    const correction = { kind: 'amount', before: 540_000, after: 600_000, reason: 'QĐ 15', at: '2026-11-24T05:00:00Z' }
    const payee = PayeeDetail.parse({
      ...at,
      beneficiary: someone,
      name: 'Nguyễn Thị An',
      hamlet: null,
      channel: 'home',
      staff: null,
      staffName: null,
      state: 'notYetVisited',
      reason: null,
      due: 600_000,
      counted: 0,
      difference: 0,
      elsewhere: 0,
      unpaid: 600_000,
      openMatters: 0,
      items: [{ ...item, id: someone, kind: 'arrears', amount: 600_000 }],
      facts: [],
      corrections: [{ ...correction, item: someone, by: 'Trần Thị Duyệt' }],
      assignments: [],
      decisions: [],
    })
    render(<PayeeNotes payee={payee} />)
    expect(screen.getByText(/Sửa số tiền \(Truy lĩnh\): 540\.000 đ → 600\.000 đ – QĐ 15/)).toBeTruthy()

    const matter = { record: RecordId.parse(other), staffName: 'Phan Văn Bưu', at: '2026-11-24T05:00:00Z' }
    signedIn(
      <DecideDialog
        at={at}
        person={payee}
        matter={{ ...matter, kind: 'void', amount: 8_000_000, note: 'Ghi nhầm người' }}
        onClose={() => undefined}
        onDone={() => undefined}
      />,
    )
    expect(screen.getByText('8.000.000 đ · Phan Văn Bưu · 12:00 24/11/2026')).toBeTruthy()
    expect(screen.getByText('Đề nghị hủy: Ghi nhầm người')).toBeTruthy()
  })
})
