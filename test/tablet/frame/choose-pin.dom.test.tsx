import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ChoosePin } from '../../../src/tablet/frame/choose-pin.tsx'

afterEach(cleanup)

async function choosing(...pins: string[]) {
  const onChosen = vi.fn()
  const user = userEvent.setup()
  render(<ChoosePin onChosen={onChosen} />)
  for (const pin of pins) {
    await user.keyboard(pin)
    await user.click(screen.getByRole('button', { name: 'Tiếp tục' }))
  }
  return onChosen
}

describe('choosing a PIN', () => {
  it('asks for it twice', async () => {
    const onChosen = await choosing('482915')
    expect(onChosen).not.toHaveBeenCalled()
    expect(screen.getByText('Nhập lại mã PIN')).toBeTruthy()
    await userEvent.keyboard('482915')
    await userEvent.click(screen.getByRole('button', { name: 'Tiếp tục' }))
    expect(onChosen).toHaveBeenCalledExactlyOnceWith('482915')
  })

  it.each([
    ['4829', 'ít nhất 6 chữ số'],
    ['123456', 'dãy số liền nhau'],
    ['777777', 'lặp lại'],
    ['230719', 'ngày tháng năm'],
  ])('S11: refuses %s and says why', async (pin, reason) => {
    const onChosen = await choosing(pin)
    expect(screen.getByText(new RegExp(reason))).toBeTruthy()
    expect(screen.queryByText('Nhập lại mã PIN')).toBeNull()
    expect(onChosen).not.toHaveBeenCalled()
  })

  it('starts over when the second one differs', async () => {
    const onChosen = await choosing('482915', '482916')
    expect(screen.getByText(/không giống nhau/)).toBeTruthy()
    expect(screen.getByText('Chọn mã PIN')).toBeTruthy()
    expect(onChosen).not.toHaveBeenCalled()
  })
})
