import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PinPad } from '../../src/ui/pin-pad.tsx'

const words = { erase: 'Xóa', typed: (count: number) => `Đã nhập ${count}` }
afterEach(cleanup)

function Pad({ onEnter = () => {}, disabled = false }: { onEnter?: (pin: string) => void; disabled?: boolean }) {
  const [value, setValue] = useState('')
  return (
    <PinPad
      label="Mã PIN"
      value={value}
      onChange={setValue}
      onEnter={() => onEnter(value)}
      words={words}
      disabled={disabled}
      maxLength={8}
      takesKeys
    />
  )
}

describe('the PIN pad', () => {
  it('takes taps and a hardware keyboard into the same PIN', async () => {
    const onEnter = vi.fn()
    const user = userEvent.setup()
    render(<Pad onEnter={onEnter} />)
    await user.keyboard('48')
    await user.click(screen.getByRole('button', { name: '2' }))
    await user.keyboard('9{Backspace}7')
    screen.getByRole('group').focus()
    await user.keyboard('{Enter}')
    expect(onEnter).toHaveBeenCalledExactlyOnceWith('4827')
  })

  it('types one digit when a key is pressed by Enter, and does not send the PIN off', async () => {
    const onEnter = vi.fn()
    const user = userEvent.setup()
    render(<Pad onEnter={onEnter} />)
    screen.getByRole('button', { name: '5' }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByText('Đã nhập 1')).toBeTruthy()
    expect(onEnter).not.toHaveBeenCalled()
  })

  it('shows how many digits there are, and never which', async () => {
    const user = userEvent.setup()
    const { container } = render(<Pad />)
    await user.keyboard('4829')
    expect(screen.getByText('Đã nhập 4')).toBeTruthy()
    expect(container.querySelector('output')?.textContent).toBe('Đã nhập 4')
    expect(container.querySelectorAll('.pin-pad__dot--filled')).toHaveLength(4)
    expect(container.querySelector('input')).toBeNull()
  })

  it('takes no more digits than it has room for, and none while it is shut', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<Pad />)
    await user.keyboard('1234567890')
    expect(screen.getByText('Đã nhập 8')).toBeTruthy()
    rerender(<Pad disabled />)
    screen.getByRole('group').focus()
    await user.keyboard('{Backspace}')
    expect(screen.getByText('Đã nhập 8')).toBeTruthy()
  })
})
