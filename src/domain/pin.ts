// Which PINs are too easy to guess, and why.

/** Why a PIN is refused: a stable word. */
export type PinWeakness = 'notDigits' | 'tooShort' | 'tooLong' | 'repeated' | 'sequence' | 'pattern' | 'date' | 'known'

export const pinLength = { min: 6, max: 12 } as const

const common = new Set([
  '123123',
  '123321',
  '112233',
  '121212',
  '696969',
  '159753',
  '147258',
  '258369',
  '147369',
  '789456',
  '456789',
  '102030',
  '101010',
  '131313',
  '200000',
  '100000',
  '888888',
  '168168',
  '686868',
  '868686',
  '797979',
  '393939',
  '020202',
  '123654',
  '654123',
  '159357',
  '246810',
  '135790',
  '112358',
  '314159',
  '271828',
])

/**
 * Why a PIN must not be used, or null.
 * @param known numbers that others can know of its owner (phone, ID number, year of birth): a PIN found in one is refused.
 */
export function weaknessOfPin(pin: string, known: readonly string[] = []): PinWeakness | null {
  if (!/^\d*$/.test(pin)) return 'notDigits'
  if (pin.length < pinLength.min) return 'tooShort'
  if (pin.length > pinLength.max) return 'tooLong'
  if (new Set(pin).size < 3) return 'repeated'
  if (isSequence(pin)) return 'sequence'
  if (common.has(pin) || isRepeatedBlock(pin)) return 'pattern'
  if (isDate(pin)) return 'date'
  if (known.some((number) => number.replace(/\D/g, '').includes(pin))) return 'known'
  return null
}

/** Every step the same, wrapping at ten: 234567, 975319, 890123. */
function isSequence(pin: string): boolean {
  const digits = [...pin].map(Number)
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10)
  return steps.every((step) => step === steps[0])
}

/** One half or third again: 258258, 475475. Palindromes too: 274472. */
function isRepeatedBlock(pin: string): boolean {
  const doubled = (pin + pin).slice(1, -1).includes(pin)
  return doubled || pin === [...pin].toReversed().join('')
}

/** Six digits that are a day as ddMMyy or yyMMdd, MMyyyy or yyyyMM; eight as ddMMyyyy or yyyyMMdd. */
function isDate(pin: string): boolean {
  const patterns = [
    /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d$/,
    /^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
    /^(0[1-9]|1[0-2])(19|20)\d\d$/,
    /^(19|20)\d\d(0[1-9]|1[0-2])$/,
    /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/,
    /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
  ]
  return patterns.some((pattern) => pattern.test(pin))
}
