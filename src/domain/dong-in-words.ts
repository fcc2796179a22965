// An amount written out, as papers that money changes hands on ask for.

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const scales = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ'] as const

/** `linh` for the zero before a single unit, `mốt` and `lăm` after tens, `mười` for ten: as numbers are read aloud. */
function threeDigits(value: number, isFirst: boolean): string[] {
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor(value / 10) % 10
  const units = value % 10
  const words: string[] = []
  if (!isFirst || hundreds > 0) words.push(digits[hundreds] ?? '', 'trăm')
  if (tens === 1) words.push('mười')
  else if (tens > 1) words.push(digits[tens] ?? '', 'mươi')
  else if (units > 0 && words.length > 0) words.push('linh')
  if (units === 1 && tens > 1) words.push('mốt')
  else if (units === 5 && tens > 0) words.push('lăm')
  else if (units > 0) words.push(digits[units] ?? '')
  return words
}

/**
 * `Bốn trăm hai mươi mốt triệu đồng` of 421000000.
 * @param amount whole đồng, zero or more, below 10^15.
 */
export function dongInWords(amount: number): string {
  const groups: number[] = []
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000)
  const words = groups.flatMap((value, index) => {
    if (value === 0) return []
    const scale = scales[groups.length - 1 - index] ?? ''
    return [...threeDigits(value, index === 0), scale].filter((word) => word !== '')
  })
  const text = [...(words.length === 0 ? ['không'] : words), 'đồng'].join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
