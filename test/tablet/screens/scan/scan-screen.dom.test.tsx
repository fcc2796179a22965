import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Route, Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { RegistrationDraft } from '../../../../src/domain/registration/draft.ts'
import { listDrafts } from '../../../../src/tablet/actions/list-drafts.ts'
import { lockVault } from '../../../../src/tablet/actions/lock-vault.ts'
import type { Session } from '../../../../src/tablet/actions/session.ts'
import { startSync, type SyncHandle } from '../../../../src/tablet/actions/start-sync.ts'
import { ScannedCardNote } from '../../../../src/tablet/frame/scan/scanned-card-note.tsx'
import { ScannedCardProvider } from '../../../../src/tablet/frame/scan/scanned-card.tsx'
import { SessionProvider } from '../../../../src/tablet/frame/session-context.tsx'
import { ToolsProvider } from '../../../../src/tablet/frame/tools-context.tsx'
import { ScanScreen } from '../../../../src/tablet/screens/scan/scan-screen.tsx'
import { fillJsdomGaps, onlyTab } from '../../../support/jsdom-gaps.ts'
import { feedLines } from '../../../support/made-up-people.ts'
import { type Change, startModelServer } from '../../../support/model-server.ts'
import { enrolled, nodeTools } from '../../../support/node-tablet.ts'
import { homeCommune } from '../../../support/test-server.ts'

fillJsdomGaps()
let session: Session
let sync: SyncHandle

const made = feedLines(30, homeCommune).map(({ change }) => change as unknown as Change)
const [thuy, namesake, twin] = made.filter(({ type }) => type === 'beneficiary') as [Change, Change, Change]
const address = 'Ấp Vĩnh Quới, Thạnh Qưới'
const list: Change[] = [
  {
    ...thuy,
    name: 'Huỳnh Phước Thủy',
    birth: '1945-02-03',
    sex: 'F',
    idNumber: '092145990124',
    permanentAddress: address,
  },
  { ...namesake, name: 'Lê Văn Sáu', birth: '1950', idNumber: null, hamlet: 'Khu 5' },
  { ...twin, name: 'Lê Văn Sáu', birth: '1950-01-02', idNumber: null, hamlet: 'Thới Hòa' },
]
const cardOf = (id: string, name: string, birth: string, sex: string) =>
  `${id}||${name}|${birth}|${sex}|${address}|10052021`

beforeEach(async () => {
  const server = startModelServer()
  server.communes = [{ code: homeCommune, name: 'Phường Tân An' }]
  for (const line of [...made, ...list]) server.publish(line)
  session = await enrolled(nodeTools(server.send, { locks: onlyTab }), server.newCode())
  sync = startSync(session)
  await sync.now()
  await vi.waitUntil(() => session.list.people().length === 30)
})
afterEach(() => {
  cleanup()
  sync.stop()
  lockVault(session)
})

/** The screen without a camera, as jsdom is; @returns where it has gone. */
function show() {
  const { hook, history } = memoryLocation({ path: '/quet-the', record: true })
  render(
    <ToolsProvider tools={session.tools}>
      <SessionProvider open={{ session, sync, lock: () => undefined }}>
        <ScannedCardProvider>
          <Router hook={hook}>
            <Route path="/quet-the">
              <ScanScreen />
            </Route>
            <Route path="/nguoi/:id">{({ id }) => <ScannedCardNote id={id} />}</Route>
          </Router>
        </ScannedCardProvider>
      </SessionProvider>
    </ToolsProvider>,
  )
  return history
}

const field = () => screen.getByLabelText<HTMLInputElement>('Nhập số trên thẻ, hoặc dùng máy quét cầm tay')
/** As a hand scanner does it: characters, then Enter. */
async function scan(text: string) {
  await userEvent.click(field())
  await userEvent.paste(text)
  await userEvent.keyboard('{Enter}')
}
const drafts = async () => (await listDrafts(session)).map(({ content }) => RegistrationDraft.parse(content).person)

describe('Quét thẻ without a camera', () => {
  it('says what to do instead', async () => {
    show()
    expect(await screen.findByText(/Không mở được máy ảnh. Hãy chọn ảnh chụp thẻ, hoặc gõ số trên thẻ/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Chọn ảnh có sẵn' })).toBeTruthy()
  })

  it('opens the person on the list, whose card agrees with it, by card or by number', async () => {
    const history = show()
    await scan(cardOf('092145990124', 'HUỲNH PHƯỚC THUỶ', '03021945', 'Nữ'))
    expect(await screen.findByText('Thẻ vừa quét khớp với danh sách.')).toBeTruthy()
    expect(history.at(-1)).toBe(`/nguoi/${thuy.id}`)
    expect(document.title).not.toMatch(/th[uủ]y/i)
    cleanup()
    const second = show()
    await scan('092 145 990 124')
    await waitFor(() => expect(second.at(-1)).toBe(`/nguoi/${thuy.id}`))
    expect(screen.queryByText('Thẻ vừa quét khớp với danh sách.')).toBeNull()
  })

  it('settles differences one by one, and keeps the list where the officer says so', async () => {
    const history = show()
    await scan(cardOf('092145990124', 'Huỳnh Phước Thủ', '04021945', 'Nữ'))
    expect(await screen.findByRole('heading', { name: 'Thẻ khác danh sách ở 2 mục' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Đăng ký với các mục đã chọn' }))
    expect(screen.getAllByText('Hãy chọn một trong hai.')).toHaveLength(2)
    expect(await drafts()).toEqual([])
    const group = (name: string) => within(screen.getByRole('group', { name }))
    await userEvent.click(group('Họ và tên').getByRole('radio', { name: 'Huỳnh Phước Thủy' }))
    await userEvent.click(group('Ngày sinh').getByRole('radio', { name: '04/02/1945' }))
    await userEvent.click(screen.getByRole('button', { name: 'Đăng ký với các mục đã chọn' }))
    await waitFor(() => expect(history.at(-1)).toMatch(/^\/dang-ky\//))
    expect(await drafts()).toMatchObject([{ name: 'Huỳnh Phước Thủy', birth: '04/02/1945', idIssued: '10/05/2021' }])
  })

  it('begins one registration of a stranger, however often the card is scanned', async () => {
    for (let time = 0; time < 2; time += 1) {
      const history = show()
      await scan(cardOf('092150990777', 'Lê Thị Đặng Ửng', '00001950', 'Nu'))
      await waitFor(() => expect(history.at(-1)).toMatch(/^\/dang-ky\//))
      cleanup()
    }
    expect(await drafts()).toMatchObject([
      { name: 'Lê Thị Đặng Ửng', birth: '1950', sex: 'F', idNumber: '092150990777', permanentAddress: address },
    ])
  })

  it('lets the officer choose among people who look the same, or none of them', async () => {
    const card = cardOf('092050990555', 'LÊ VĂN SÁU', '02011950', 'Nam')
    const history = show()
    await scan(card)
    expect(await screen.findByRole('heading', { name: 'Thẻ này có thể của ai?' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /Thới Hòa/ }))
    await waitFor(() => expect(history.at(-1)).toBe(`/nguoi/${twin.id}`))
    cleanup()
    const second = show()
    await scan(card)
    await userEvent.click(await screen.findByRole('button', { name: /đăng ký mới/ }))
    await waitFor(() => expect(second.at(-1)).toMatch(/^\/dang-ky\//))
    expect(await drafts()).toMatchObject([{ name: 'LÊ VĂN SÁU', idNumber: '092050990555' }])
  })

  it('registers nobody for a number that nobody has until it is told to', async () => {
    const history = show()
    await scan('361990999')
    expect(await screen.findByText(/Không ai trong danh sách trên máy mang số 361990999/)).toBeTruthy()
    expect(await drafts()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Đăng ký người mới' }))
    await waitFor(() => expect(history.at(-1)).toMatch(/^\/dang-ky\//))
    expect(await drafts()).toMatchObject([{ idKind: 'cmnd', idNumber: '361990999' }])
  })

  it.each([
    ['https://example.org', /không phải mã QR của thẻ căn cước. Hãy quét lại/],
    ['092145990124||Hu廙軟h|03021945|Nữ|Cần Thơ|', /Chữ trong mã bị đọc sai .* Hãy quét lại/],
    ['092145990124||Huỳnh|31021945|Nữ|Cần Thơ|', /Ngày sinh trong mã là ngày không có thật/],
  ])('refuses %s with what to do, and keeps it to be mended', async (text, sentence) => {
    show()
    await scan(text)
    expect(await screen.findByText(sentence)).toBeTruthy()
    expect(field().value).toBe(text)
    expect(await drafts()).toEqual([])
  })

  it('takes what a hand scanner types while nothing has the focus', async () => {
    show()
    field().blur()
    await userEvent.keyboard('361990999')
    expect(field().value).toBe('361990999')
  })
})
