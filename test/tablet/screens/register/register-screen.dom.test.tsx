import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Router, Route } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { RegistrationDraft } from '../../../../src/domain/registration/draft.ts'
import { addPhoto } from '../../../../src/tablet/actions/add-photo.ts'
import { beginRegistration } from '../../../../src/tablet/actions/begin-registration.ts'
import { listRecords } from '../../../../src/tablet/actions/list-records.ts'
import { lockVault } from '../../../../src/tablet/actions/lock-vault.ts'
import { readDraft } from '../../../../src/tablet/actions/read-draft.ts'
import { saveDraft } from '../../../../src/tablet/actions/save-draft.ts'
import type { Session } from '../../../../src/tablet/actions/session.ts'
import { startSync, type SyncHandle } from '../../../../src/tablet/actions/start-sync.ts'
import { SessionProvider } from '../../../../src/tablet/frame/session-context.tsx'
import { ToolsProvider } from '../../../../src/tablet/frame/tools-context.tsx'
import { RegisterScreen } from '../../../../src/tablet/screens/register/register-screen.tsx'
import { typedDraft } from '../../../domain/registration/typed.ts'
import { fillJsdomGaps, onlyTab } from '../../../support/jsdom-gaps.ts'
import { startModelServer } from '../../../support/model-server.ts'
import { enrolled, nodeTools } from '../../../support/node-tablet.ts'
import { madeUpPhoto } from '../../../support/test-tablet.ts'

fillJsdomGaps()
Object.assign(globalThis, { scrollTo: () => undefined })
const server = startModelServer()
let session: Session
let sync: SyncHandle
let draftId: string

beforeEach(async () => {
  session = await enrolled(nodeTools(server.send, { locks: onlyTab }), server.newCode())
  sync = startSync(session)
  const begun = await beginRegistration(session, { from: 'nobody' })
  if (begun.kind !== 'begun') throw new Error(begun.kind)
  draftId = begun.draftId
})
afterEach(() => {
  cleanup()
  sync.stop()
  lockVault(session)
})

/** Opens the form at an address; @returns where the screen has gone since. */
function show(address = `/dang-ky/${draftId}`) {
  const { hook, history } = memoryLocation({ path: address, record: true })
  render(
    <ToolsProvider tools={session.tools}>
      <SessionProvider open={{ session, sync, lock: () => undefined }}>
        <Router hook={hook}>
          <Route path="/dang-ky/:draftId/:step?">
            {({ draftId: id, step }) => <RegisterScreen draftId={id} step={step} />}
          </Route>
        </Router>
      </SessionProvider>
    </ToolsProvider>,
  )
  return history
}

async function kept(): Promise<RegistrationDraft> {
  return RegistrationDraft.parse((await readDraft(session, draftId))?.content)
}

async function type(content: RegistrationDraft, step = 'person'): Promise<void> {
  const draft = await readDraft(session, draftId)
  if (draft === null) throw new Error('no draft')
  const { id, kind, commune, subject } = draft
  await saveDraft(session, { id, kind, commune, subject, step, content })
}

const sign = () =>
  addPhoto(session, draftId, { role: 'signature', bytes: new Uint8Array(madeUpPhoto()), type: 'image/jpeg' })

const openStep = async (name: string) => {
  const trail = await screen.findByRole('navigation', { name: 'Các bước đăng ký' })
  await userEvent.click(within(trail).getByRole('link', { name }))
  await screen.findByRole('heading', { level: 2, name })
}

describe('a registration that is being filled', () => {
  it('is on disk with each change, and says when it was kept', async () => {
    show()
    await userEvent.type(await screen.findByLabelText('Họ và tên'), 'Lê Văn Bé')
    await userEvent.click(screen.getByRole('radio', { name: 'Nam' }))
    await waitFor(async () => expect((await kept()).person).toMatchObject({ name: 'Lê Văn Bé', sex: 'M' }))
    expect(await screen.findByText(/^Đã lưu nháp lúc \d\d:\d\d$/)).toBeTruthy()
  })

  it('comes back at the step that was open', async () => {
    const first = show()
    await openStep('Phương thức')
    expect(first.at(-1)).toBe(`/dang-ky/${draftId}/phuong-thuc`)
    await waitFor(async () => expect((await readDraft(session, draftId))?.step).toBe('method'))
    cleanup()
    const second = show()
    expect(await screen.findByRole('heading', { level: 2, name: 'Phương thức' })).toBeTruthy()
    expect(second.at(-1)).toBe(`/dang-ky/${draftId}/phuong-thuc`)
  })

  it('says on the trail and in the step what is still missing, and forgets it as it is filled', async () => {
    show()
    const trail = await screen.findByRole('navigation', { name: 'Các bước đăng ký' })
    const link = within(trail).getByRole('link', { name: 'Người hưởng' })
    expect(link.getAttribute('aria-current')).toBe('step')
    const state = () => document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent
    expect(state()).toBe('còn thiếu 4')
    await userEvent.click(screen.getByRole('button', { name: 'Nhập họ và tên.' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Họ và tên')))
    await userEvent.keyboard('Lê Văn Bé')
    expect(screen.queryByRole('button', { name: 'Nhập họ và tên.' })).toBeNull()
    expect(state()).toBe('còn thiếu 3')
    await userEvent.click(screen.getByRole('radio', { name: 'Không có' }))
    expect(state()).toBe('còn thiếu 2')
  })

  it('marks what can not be read once the field is left, not while it is typed', async () => {
    show()
    const birth = await screen.findByLabelText('Ngày sinh')
    await userEvent.type(birth, '1/2/45')
    expect(birth.getAttribute('aria-invalid')).toBeNull()
    await userEvent.tab()
    expect(birth.getAttribute('aria-invalid')).toBe('true')
    await userEvent.clear(birth)
    await userEvent.type(birth, '1/2/1945')
    expect(birth.getAttribute('aria-invalid')).toBeNull()
  })

  it('doubts an ID number that disagrees, in words, and goes on', async () => {
    show()
    await userEvent.type(await screen.findByLabelText('Số giấy tờ'), '092145991234')
    await userEvent.click(screen.getByRole('radio', { name: 'Nam' }))
    expect(screen.getByText(/giới tính khác với mục đã chọn/)).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: 'Nữ' }))
    expect(screen.queryByText(/giới tính khác với mục đã chọn/)).toBeNull()
  })

  it('puts who has no card forward for one', async () => {
    await type(typedDraft())
    show()
    await userEvent.click(await screen.findByRole('radio', { name: 'Không có' }))
    await openStep('Giấy tờ')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Chưa có CCCD' }).checked).toBe(true)
    await waitFor(async () => expect(await kept()).toMatchObject({ lacksCitizenId: true, person: { idKind: 'none' } }))
  })
})

describe('papers', () => {
  it('are told with the reason, and never keep the record from being saved', async () => {
    await type(typedDraft(), 'papers')
    show()
    expect(await screen.findByText('Ảnh mặt trước căn cước – để mở tài khoản')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Chụp mặt trước thẻ' })).toBeTruthy()
    expect(screen.getByText('thiếu 2 giấy tờ')).toBeTruthy()
  })
})

describe('Xác nhận', () => {
  it('asks for consent without ticking it beforehand, and keeps what was read', async () => {
    await type(typedDraft({ confirmation: { how: '' } }), 'confirmation')
    show()
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /chuyển họ tên/ })
    expect(box.checked).toBe(false)
    expect(screen.getByText(/^Cần bổ sung: .*đồng ý chuyển thông tin/)).toBeTruthy()
    await userEvent.click(box)
    await waitFor(async () =>
      expect((await kept()).consents).toMatchObject([
        { purpose: 'passToProvider', given: true, textVersion: '2026-11', by: 'self' },
      ]),
    )
    expect(screen.queryByText(/đồng ý chuyển thông tin/)).toBeNull()
  })

  it('says that the tablet has no voice', async () => {
    await type(typedDraft({ confirmation: { how: '' } }), 'confirmation')
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Đọc to' }))
    expect(screen.getByText(/không có giọng đọc tiếng Việt/)).toBeTruthy()
  })

  it('names everything that keeps it from being saved, and saves nothing', async () => {
    await type(typedDraft({ person: { name: '' }, confirmation: { how: '' } }), 'confirmation')
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Lưu hồ sơ' }))
    expect(await screen.findByText('Chưa lưu được vì còn thiếu:')).toBeTruthy()
    const name = screen.getByRole('button', { name: 'Nhập họ và tên.' })
    expect(await listRecords(session)).toEqual([])
    await userEvent.click(name)
    await screen.findByRole('heading', { level: 2, name: 'Người hưởng' })
    expect(screen.getByLabelText('Họ và tên').getAttribute('aria-invalid')).toBe('true')
  })

  it('saves once, however often it is tapped, and says so', async () => {
    await type(typedDraft(), 'confirmation')
    await sign()
    show()
    const save = await screen.findByRole('button', { name: 'Lưu hồ sơ' })
    fireEvent.click(save)
    fireEvent.click(save)
    fireEvent.click(save)
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã lưu' })).toBeTruthy()
    expect(await listRecords(session)).toMatchObject([{ kind: 'registration', name: 'Nguyễn Thị Tuyết' }])
    expect(await readDraft(session, draftId)).toBeNull()
  })
})

describe('a draft that is gone', () => {
  it('is said to be gone', async () => {
    show(`/dang-ky/${session.tools.newId()}`)
    expect(await screen.findByRole('heading', { level: 1, name: 'Không có bản nháp này' })).toBeTruthy()
  })

  it('is thrown away only after a question', async () => {
    const history = show()
    await userEvent.click(await screen.findByRole('button', { name: 'Bỏ bản nháp' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Giữ lại' }))
    expect(await readDraft(session, draftId)).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ bản nháp' }))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Bỏ bản nháp' }))
    await waitFor(() => expect(history.at(-1)).toBe('/'))
    expect(await readDraft(session, draftId)).toBeNull()
  })
})
