import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { lockVault } from '../../../../src/tablet/actions/lock-vault.ts'
import type { Session } from '../../../../src/tablet/actions/session.ts'
import { startSync, type SyncHandle } from '../../../../src/tablet/actions/start-sync.ts'
import { SessionProvider } from '../../../../src/tablet/frame/session-context.tsx'
import { ToolsProvider } from '../../../../src/tablet/frame/tools-context.tsx'
import { LookUpScreen } from '../../../../src/tablet/screens/look-up/look-up-screen.tsx'
import { PersonScreen } from '../../../../src/tablet/screens/person/person-screen.tsx'
import { fillJsdomGaps, onlyTab } from '../../../support/jsdom-gaps.ts'
import { feedLines } from '../../../support/made-up-people.ts'
import { type Change, startModelServer } from '../../../support/model-server.ts'
import { enrolled, nodeTools } from '../../../support/node-tablet.ts'
import { homeCommune } from '../../../support/test-server.ts'

fillJsdomGaps()
let session: Session
let sync: SyncHandle

const made = feedLines(200, homeCommune).map(({ change }) => change as unknown as Change)
const [tuyet, duong] = made.filter(({ type }) => type === 'beneficiary') as [Change, Change]
const special: Change[] = [
  { ...tuyet, name: 'Nguyễn Thị Bạch Tuyết', birth: '1945', hamlet: 'Thới Hòa', idNumber: '092145991234' },
  { ...duong, name: 'Trần Văn Đường', birth: '1950', hamlet: 'Khu 5' },
]
const theirs = made.filter((line) => line.type === 'entitlement' && line.beneficiary === tuyet.id)
const secret = theirs.map((line) => ({
  ...line,
  category: 'BT.5.8',
  categoryText: 'Người nhiễm HIV/AIDS thuộc hộ nghèo',
}))

beforeEach(async () => {
  const server = startModelServer()
  server.communes = [{ code: homeCommune, name: 'Phường Tân An' }]
  for (const line of [...made, ...special, ...secret]) server.publish(line)
  session = await enrolled(nodeTools(server.send, { locks: onlyTab }), server.newCode())
  sync = startSync(session)
  await sync.now()
  await vi.waitUntil(() => session.list.people().length === 200)
})
afterEach(() => {
  cleanup()
  sync.stop()
  lockVault(session)
})

function show(what: 'list' | 'person') {
  const { hook, history } = memoryLocation({ path: '/tra-cuu', record: true })
  render(
    <ToolsProvider tools={session.tools}>
      <SessionProvider open={{ session, sync, lock: () => undefined }}>
        <Router hook={hook}>
          {what === 'list' ? <LookUpScreen Detail={() => null} /> : <PersonScreen id={tuyet.id} />}
        </Router>
      </SessionProvider>
    </ToolsProvider>,
  )
  return history
}

const names = () => [...document.querySelectorAll('.person-row__name')].map((name) => name.textContent)

describe('Tra cứu', () => {
  it('shows results as they are typed, how many, and what was asked for', async () => {
    show('list')
    expect(screen.getByText('200 người')).toBeTruthy()
    await userEvent.type(screen.getByRole('searchbox', { name: 'Tìm người hưởng' }), 'bach tuyet 1945 thoi hoa')
    await waitFor(() => expect(names()).toEqual(['Nguyễn Thị Bạch Tuyết']))
    expect(screen.getByText('1 trong 200 người')).toBeTruthy()
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Bạch',
      'Tuyết',
      '1945',
      'Thới',
      'Hòa',
    ])
  })

  it('finds by part of a number and shows that number only then', async () => {
    show('list')
    expect(screen.queryByText(/092145991234/)).toBeNull()
    await userEvent.type(screen.getByRole('searchbox'), '14599123')
    await waitFor(() => expect(names()).toEqual(['Nguyễn Thị Bạch Tuyết']))
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['14599123'])
  })

  it('keeps names and words out of the address', async () => {
    const history = show('list')
    await userEvent.type(screen.getByRole('searchbox'), 'bach tuyet 1945')
    await waitFor(() => expect(names()).toHaveLength(1))
    await userEvent.click(screen.getByRole('button', { name: /Nguyễn Thị Bạch Tuyết/ }))
    expect(history.at(-1)).toBe(`/nguoi/${tuyet.id}`)
    expect(document.title).not.toMatch(/tuy[eế]t/i)
  })

  it('comes back as it was left', async () => {
    show('list')
    await userEvent.type(screen.getByRole('searchbox'), 'bach tuyet 1945')
    cleanup()
    show('list')
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('bach tuyet 1945')
  })

  it('offers a new registration when nobody matches', async () => {
    show('list')
    await userEvent.type(screen.getByRole('searchbox'), 'zzz')
    await userEvent.click(await screen.findByRole('button', { name: 'Đăng ký người mới' }))
    await waitFor(async () => expect(await session.store.db.drafts.count()).toBe(1))
  })

  it('never says HIV, neither in the list nor on the page', async () => {
    show('list')
    await userEvent.type(screen.getByRole('searchbox'), 'bach tuyet 1945')
    await waitFor(() => expect(names()).toHaveLength(1))
    expect(document.body.textContent).not.toMatch(/HIV/)
    cleanup()
    show('person')
    expect(await screen.findByRole('heading', { level: 2, name: 'Nguyễn Thị Bạch Tuyết' })).toBeTruthy()
    expect(document.body.textContent).toMatch(/Nhóm BT\.5\.8/)
    expect(document.body.textContent).not.toMatch(/HIV/)
  })
})

describe("a person's page", () => {
  it('opens a registration with what the list knows', async () => {
    const history = show('person')
    await userEvent.click(await screen.findByRole('button', { name: 'Đăng ký' }))
    await waitFor(() => expect(history.at(-1)).toMatch(/^\/dang-ky\//))
    expect(await session.store.db.drafts.count()).toBe(1)
  })
})
