/**
 * Typed text as it is kept: NFC, single spaces, without control characters and halves of characters that no
 * database stores.
 */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .normalize('NFC')
    .trim()
}

/** The same, null when nothing is left. */
export function tidyOrNull(text: string): string | null {
  return tidyText(text) || null
}
