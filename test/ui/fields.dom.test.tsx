import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button } from '../../src/ui/button.tsx'
import { CheckField } from '../../src/ui/check-field.tsx'
import { ChoiceGroup } from '../../src/ui/choice-group.tsx'
import { SelectField } from '../../src/ui/select-field.tsx'
import { TextField } from '../../src/ui/text-field.tsx'

afterEach(cleanup)

const options = [
  { value: 'a', label: 'Tài khoản ngân hàng' },
  { value: 'b', label: 'Tiền mặt tại nhà', hint: 'Người ốm' },
]

function Form({ onSave }: { onSave: (values: unknown) => void }) {
  const { register, handleSubmit } = useForm({ defaultValues: { name: '', way: 'a', ward: '', agreed: false } })
  return (
    <form onSubmit={(event) => void handleSubmit(onSave)(event)}>
      <TextField label="Họ và tên" hint="Như trên căn cước" {...register('name')} />
      <ChoiceGroup legend="Phương thức" options={options} {...register('way')} />
      <SelectField
        label="Phường"
        placeholder="Chọn"
        options={[{ value: '31147', label: 'Tân An' }]}
        {...register('ward')}
      />
      <CheckField label="Đồng ý" {...register('agreed')} />
      <Button type="submit">Lưu</Button>
    </form>
  )
}

describe('the fields', () => {
  it('hand what is chosen and typed to a form that only registered them', async () => {
    const onSave = vi.fn()
    const user = userEvent.setup()
    render(<Form onSave={onSave} />)
    await user.type(screen.getByLabelText('Họ và tên'), 'Nguyễn Thị Tuyết')
    await user.click(screen.getByRole('radio', { name: 'Tiền mặt tại nhà' }))
    await user.selectOptions(screen.getByLabelText('Phường'), 'Tân An')
    await user.click(screen.getByRole('checkbox', { name: 'Đồng ý' }))
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    expect(onSave.mock.calls[0]?.[0]).toEqual({ name: 'Nguyễn Thị Tuyết', way: 'b', ward: '31147', agreed: true })
  })

  it('start with what the form already holds', () => {
    render(<Form onSave={() => {}} />)
    expect(screen.getByRole('radio', { name: 'Tài khoản ngân hàng' })).toHaveProperty('checked', true)
    expect(screen.getByRole('radio', { name: 'Tiền mặt tại nhà' })).toHaveProperty('checked', false)
  })

  it('tie the hint and the error to the control for those who cannot see them', () => {
    render(<TextField label="Họ và tên" hint="Như trên căn cước" error="Chưa có tên" />)
    const input = screen.getByLabelText('Họ và tên')
    const said = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(said).toEqual(['Như trên căn cước', 'Chưa có tên'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })

  it('a busy button takes no second press and sends no form', async () => {
    const onClick = vi.fn()
    const onSubmit = vi.fn()
    const user = userEvent.setup()
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" busy onClick={onClick}>
          Lưu hồ sơ
        </Button>
      </form>,
    )
    await user.click(screen.getByRole('button', { name: 'Lưu hồ sơ' }))
    expect(onClick).not.toHaveBeenCalled()
    expect(onSubmit).not.toHaveBeenCalled()
  })
})
