// Money is whole đồng. Amounts come from the lists and are never computed by us.
import { z } from 'zod'

/** A whole number of đồng, zero or more. */
export const Dong = z.number().int().nonnegative().max(1_000_000_000_000).brand<'Dong'>()
export type Dong = z.infer<typeof Dong>

/** `1.234.567 đ`, the same in every language of the screen. */
export function formatDong(amount: number): string {
  const digits = Math.abs(amount)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
  return `${amount < 0 ? '-' : ''}${digits} đ`
}
