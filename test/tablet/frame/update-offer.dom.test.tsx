import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type AppUpdate, type Registration, watchForUpdates } from '../../../src/tablet/frame/app-update.ts'
import { makeOpenWork, OpenWorkProvider, useOpenWork } from '../../../src/tablet/frame/open-work.tsx'
import { UpdateOffer, UpdateProvider } from '../../../src/tablet/frame/update-offer.tsx'

afterEach(cleanup)

const name = 'Có bản mới – Cập nhật'

/** A service worker that does what it is told. */
function worker() {
  const listeners = new Map<string, () => void>()
  const skip = vi.fn()
  const registration: Registration = {
    addEventListener: (type, listener) => void listeners.set(type, listener as () => void),
    register: () => Promise.resolve(undefined),
    update: () => Promise.resolve(),
    messageSkipWaiting: skip,
  }
  return { registration, skip, tell: (type: 'waiting' | 'controlling') => act(() => listeners.get(type)?.()) }
}

function Work({ kind }: { kind: 'form' | 'upload' }) {
  useOpenWork(kind)
  return null
}

function show(update: AppUpdate, open: 'form' | 'upload' | null) {
  const work = makeOpenWork()
  const page = (kind: typeof open) => (
    <OpenWorkProvider work={work}>
      <UpdateProvider update={update}>
        <UpdateOffer />
        {kind && <Work kind={kind} />}
      </UpdateProvider>
    </OpenWorkProvider>
  )
  const { rerender } = render(page(open))
  return (kind: typeof open) => rerender(page(kind))
}

describe('a new version', () => {
  it('is offered, and comes only when the officer presses', async () => {
    const { registration, skip, tell } = worker()
    const reload = vi.fn()
    show(watchForUpdates(registration, reload), null)
    expect(screen.queryByRole('button', { name })).toBeNull()
    tell('waiting')
    expect(skip).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name }))
    expect(skip).toHaveBeenCalledOnce()
    expect(reload).not.toHaveBeenCalled()
    tell('controlling')
    expect(reload).toHaveBeenCalledOnce()
  })

  it.each(['form', 'upload'] as const)('cannot even be pressed over an open %s, and can afterwards', (kind) => {
    const { registration, tell } = worker()
    const change = show(watchForUpdates(registration, vi.fn()), kind)
    tell('waiting')
    expect(screen.queryByRole('button', { name })).toBeNull()
    change(null)
    expect(screen.getByRole('button', { name })).toBeTruthy()
  })

  it('that another tab let in does not take this page away', () => {
    const { registration, tell } = worker()
    const reload = vi.fn()
    show(watchForUpdates(registration, reload), 'form')
    tell('waiting')
    tell('controlling')
    expect(reload).not.toHaveBeenCalled()
  })
})
