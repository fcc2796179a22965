import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockVault } from '../../../../src/tablet/actions/lock-vault.ts'
import { saveRecord } from '../../../../src/tablet/actions/save-record.ts'
import type { Session } from '../../../../src/tablet/actions/session.ts'
import { startSync, type SyncHandle } from '../../../../src/tablet/actions/start-sync.ts'
import { SessionProvider } from '../../../../src/tablet/frame/session-context.tsx'
import { StatusLine } from '../../../../src/tablet/frame/status-line.tsx'
import { ToolsProvider } from '../../../../src/tablet/frame/tools-context.tsx'
import { SyncScreen } from '../../../../src/tablet/screens/sync/sync-screen.tsx'
import { startModelServer } from '../../../support/model-server.ts'
import { fillJsdomGaps, onlyTab } from '../../../support/jsdom-gaps.ts'
import { enrolled, nodeTools, register } from '../../../support/node-tablet.ts'

fillJsdomGaps()
const server = startModelServer()
let session: Session
let sync: SyncHandle

beforeEach(async () => {
  server.intercept(null)
  server.judge = () => []
  session = await enrolled(nodeTools(server.send, { locks: onlyTab }), server.newCode())
})
afterEach(() => {
  cleanup()
  sync.stop()
  lockVault(session)
})

function show() {
  sync = startSync(session)
  render(
    <ToolsProvider tools={session.tools}>
      <SessionProvider open={{ session, sync, lock: () => undefined }}>
        <StatusLine />
        <SyncScreen onCarried={() => undefined} />
      </SessionProvider>
    </ToolsProvider>,
  )
}

describe('Đồng bộ', () => {
  it('shows a record waiting without a network, and sent once Gửi ngay reached the server', async () => {
    server.intercept(() => {
      throw new TypeError('no network')
    })
    await register(session, [3000])
    show()
    expect(await screen.findByText('Chờ gửi')).toBeTruthy()
    expect((await screen.findAllByText('Không có mạng')).length).toBe(1)
    expect(screen.getByText('Còn 1 hồ sơ chờ gửi')).toBeTruthy()
    server.intercept(null)
    await userEvent.click(await screen.findByRole('button', { name: 'Gửi ngay' }))
    expect(await screen.findByText('Đã gửi', {}, { timeout: 5000 })).toBeTruthy()
    expect(await screen.findByText('Đã gửi hết', {}, { timeout: 5000 })).toBeTruthy()
    expect(await screen.findByText('Ảnh: 1/1 đã gửi')).toBeTruthy()
  })

  it('names a day’s settlement by what it is: it is nobody’s', async () => {
    server.intercept(() => {
      throw new TypeError('no network')
    })
    const commune = session.communes[0]!.code
    const data = { day: '2026-11-23' }
    const saved = await saveRecord(session, { kind: 'settlement', v: 1, commune, subject: null, photos: [], data })
    expect(saved.kind).toBe('saved')
    show()
    expect(await screen.findByText('Quyết toán ngày')).toBeTruthy()
    expect(screen.queryByText('Chưa rõ tên')).toBeNull()
  })

  it('keeps a quarantined record in sight with its reason in words', async () => {
    server.judge = () => ['commune_out_of_scope']
    await register(session)
    show()
    expect(await screen.findByText('Văn phòng cần xem xét', {}, { timeout: 5000 })).toBeTruthy()
    expect(screen.getByText('Hồ sơ thuộc địa bàn mà bạn không phụ trách.')).toBeTruthy()
    expect(screen.getByText(/Hồ sơ không mất/)).toBeTruthy()
  })
})
