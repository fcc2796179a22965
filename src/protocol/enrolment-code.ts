// The code that the office hands out, as people type it and as its QR code carries it.

export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Reads a code as people type it: case, dashes, spaces and look-alikes (O/0, I/L/1) make no difference.
 * @returns ten Crockford characters, or null.
 */
export function normalizeCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === 10 && [...code].every((char) => crockford.includes(char)) ? code : null
}

/** `7K3QF-9M2XD`, as the office shows it. */
export function formatCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** What a scanned QR code of the office says: `<server>/#enrol=<code>`. Null for any other text. */
export function readEnrolmentLink(text: string): string | null {
  const match = /#enrol=([0-9A-Za-z-]{10,13})$/.exec(text.trim())
  return match?.[1] === undefined ? null : normalizeCode(match[1])
}
