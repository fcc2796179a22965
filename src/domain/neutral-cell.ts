// Texts in files that a spreadsheet opens: what somebody typed must never be computed there.

/**
 * A text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front, line ends
 * and other control characters become spaces.
 */
export function neutralCell(text: string): string {
  const plain = [...text].map((char) => (char < ' ' || char === '\u007f' ? ' ' : char)).join('')
  return /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(plain) ? `'${plain}` : plain
}
