// Vietnamese names: how they are stored, compared and sorted.

/** NFC with single spaces, otherwise as on the card. */
export function normalizeName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/**
 * What two spellings of one name share: NFD without marks, đ→d, lower case, single spaces.
 * Placement of the tone (`hòa`, `hoà`) and capitals thereby make no difference.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

const collator = new Intl.Collator('vi', { sensitivity: 'variant' })

/** Order of Vietnamese lists: by given name, then middle names, then family name. */
export function compareNames(a: string, b: string): number {
  const left = normalizeName(a).split(' ')
  const right = normalizeName(b).split(' ')
  return (
    collator.compare(left.at(-1) ?? '', right.at(-1) ?? '') ||
    collator.compare(left.slice(1, -1).join(' '), right.slice(1, -1).join(' ')) ||
    collator.compare(left[0] ?? '', right[0] ?? '')
  )
}
