import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lockVault } from '../../../../src/tablet/actions/lock-vault.ts'
import type { Session } from '../../../../src/tablet/actions/session.ts'
import { startSync, type SyncHandle } from '../../../../src/tablet/actions/start-sync.ts'
import { SessionProvider } from '../../../../src/tablet/frame/session-context.tsx'
import { ToolsProvider } from '../../../../src/tablet/frame/tools-context.tsx'
import { RemoveProfile } from '../../../../src/tablet/screens/settings/remove-profile.tsx'
import { startModelServer } from '../../../support/model-server.ts'
import { fillJsdomGaps, onlyTab } from '../../../support/jsdom-gaps.ts'
import { enrolled, nodeTools, register } from '../../../support/node-tablet.ts'

fillJsdomGaps()
const server = startModelServer()
let session: Session
let sync: SyncHandle

beforeEach(async () => {
  session = await enrolled(nodeTools(server.send, { locks: onlyTab }), server.newCode())
  server.intercept(() => {
    throw new TypeError('no network')
  })
})
afterEach(() => {
  cleanup()
  sync.stop()
  lockVault(session)
  server.intercept(null)
})

async function show() {
  const onRemove = vi.fn()
  sync = startSync(session)
  render(
    <ToolsProvider tools={session.tools}>
      <SessionProvider open={{ session, sync, lock: () => undefined }}>
        <RemoveProfile onRemove={onRemove} />
      </SessionProvider>
    </ToolsProvider>,
  )
  await sync.now()
  await userEvent.click(screen.getByRole('button', { name: 'Gỡ người dùng khỏi máy' }))
  return onRemove
}

describe('taking a user off the tablet', () => {
  it('is refused while a record is unsent, until it was exported', async () => {
    await register(session)
    const onRemove = await show()
    const confirm = await screen.findByRole('button', { name: 'Xóa hẳn và gỡ' })
    expect(screen.getByText(/còn 1 hồ sơ/)).toBeTruthy()
    await userEvent.click(confirm)
    expect(onRemove).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Xuất tệp gửi' }))
    expect(await screen.findByText(/Đã xuất tệp gửi/)).toBeTruthy()
    await userEvent.click(confirm)
    expect(onRemove).toHaveBeenCalledOnce()
  })

  it('needs no more than a second press when everything was sent', async () => {
    const onRemove = await show()
    await userEvent.click(await screen.findByRole('button', { name: 'Xóa hẳn và gỡ' }))
    expect(onRemove).toHaveBeenCalledOnce()
  })
})
