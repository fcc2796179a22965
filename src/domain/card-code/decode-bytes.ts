// The letters of a card's code. The symbol does not say how its bytes are written, and readers of codes that guess take
// Vietnamese for Big5 or Latin; so the bytes themselves are read: UTF-8, else windows-1258.

/** Where windows-1258 has letters of Vietnamese or a mark that joins the letter before; nothing else may stand on a card. */
const upperHalf: ReadonlyMap<number, string> = new Map(
  Object.entries({
    c: 'ÀÁÂĂ....ÈÉÊ.\u0300Í..',
    d: 'Đ.\u0309ÓÔƠ...ÙÚ..Ư\u0303.',
    e: 'àáâă....èéê.\u0301í..',
    f: 'đ.\u0323óôơ...ùú..ư..',
  }).flatMap(([row, letters]) =>
    [...letters].map((letter, column) => [Number.parseInt(row + column.toString(16), 16), letter] as const),
  ),
)

function utf8OrNull(bytes: Uint8Array): string | null {
  try {
    // Strict by the language's own definition: overlong forms, halves of surrogates and cut characters throw.
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch (problem) {
    if (problem instanceof URIError) return null
    throw problem
  }
}

function windows1258OrNull(bytes: Uint8Array): string | null {
  const letters = Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (upperHalf.get(byte) ?? '.')))
  const isForeign = letters.some((letter, at) => letter === '.' && bytes[at] !== 0x2e)
  return isForeign ? null : letters.join('')
}

/** The text that a code's bytes are, or null when it is neither UTF-8 nor Vietnamese in windows-1258. Not normalised. */
export function decodeCardBytes(bytes: Uint8Array): string | null {
  return utf8OrNull(bytes) ?? windows1258OrNull(bytes)
}
