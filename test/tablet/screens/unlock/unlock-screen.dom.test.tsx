import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listProfiles } from '../../../../src/tablet/actions/list-profiles.ts'
import { lockVault } from '../../../../src/tablet/actions/lock-vault.ts'
import type { ProfileEntry } from '../../../../src/tablet/actions/session.ts'
import { ToolsProvider } from '../../../../src/tablet/frame/tools-context.tsx'
import { UnlockScreen } from '../../../../src/tablet/screens/unlock/unlock-screen.tsx'
import { startModelServer } from '../../../support/model-server.ts'
import { enrolled, type NodeTools, nodeTools, pin } from '../../../support/node-tablet.ts'

const server = startModelServer()
let tools: NodeTools
let profiles: ProfileEntry[]
let uptime = 0

beforeEach(async () => {
  uptime = 0
  tools = nodeTools(server.send, { uptime: () => uptime })
  lockVault(await enrolled(tools, server.newCode()))
  profiles = await listProfiles(tools)
})
afterEach(cleanup)

function show() {
  const onUnlocked = vi.fn()
  const nothing = () => undefined
  render(
    <ToolsProvider tools={tools}>
      <UnlockScreen profiles={profiles} rescue={null} onUnlocked={onUnlocked} onTrouble={nothing} onEnrol={nothing} />
    </ToolsProvider>,
  )
  return onUnlocked
}

async function tryPin(typed: string) {
  await userEvent.keyboard(`${typed}{Enter}`)
}

describe('the lock screen', () => {
  it('opens with the PIN typed on a hardware keyboard', async () => {
    const onUnlocked = show()
    await tryPin(pin)
    await vi.waitFor(() => expect(onUnlocked).toHaveBeenCalledOnce())
    lockVault(onUnlocked.mock.calls[0]?.[0])
  })

  it('says how many tries are left, then counts down and takes no digit until the wait is over', async () => {
    show()
    for (let time = 1; time <= 4; time += 1) {
      await tryPin('999111')
      await screen.findByText(new RegExp(`Còn ${5 - time} lần thử`))
    }
    await tryPin('999111')
    await screen.findByText(/Hãy chờ \d+:\d\d rồi thử lại/)
    await userEvent.keyboard(pin)
    expect(screen.getByText('Đã nhập 0 chữ số')).toBeTruthy()
    uptime += 24 * 60 * 60_000
    await vi.waitFor(() => expect(screen.queryByText(/Hãy chờ/)).toBeNull(), { timeout: 3000 })
  })

  it('S08: still waits after the page was opened anew', async () => {
    show()
    for (let time = 0; time < 5; time += 1) {
      await tryPin('999111')
      await vi.waitFor(() => expect(screen.getByText('Đã nhập 0 chữ số')).toBeTruthy())
      await screen.findByText(/không đúng|Hãy chờ/)
    }
    await screen.findByText(/Hãy chờ/)
    cleanup()
    uptime = 0
    tools = nodeTools(server.send, {
      uptime: () => uptime,
      indexedDB: tools.indexedDB,
      witnessed: tools.witnessed,
    })
    show()
    expect(await screen.findByText(/Hãy chờ/)).toBeTruthy()
  })

  it('asks who is there when several share the tablet', async () => {
    lockVault(await enrolled(tools, server.newCode()))
    profiles = await listProfiles(tools)
    expect(profiles).toHaveLength(2)
    show()
    expect(screen.getByRole('heading', { name: 'Ai đang dùng máy?' })).toBeTruthy()
    expect(screen.queryByText('Mã PIN')).toBeNull()
  })
})
