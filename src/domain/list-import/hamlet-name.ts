// Names of hamlets (ấp in the country, khu vực in town) as lists write them: with the word in front, in capitals, in an address.

const words = 'ấp|khu vực|kv\\.?|khóm|thôn|khu phố|tổ dân phố|ap|khu vuc|khom|thon|khu pho'
const wordInFront = new RegExp(`^(?:${words})(?=[\\s.:\\d])[\\s.:]*`, 'i')
const inAddress = new RegExp(`(?:^|[,\\s])(?:${words})[\\s.:]+([^,;]+)`, 'i')

function titleCase(text: string): string {
  return text.toLowerCase().replace(/(^|[\s\-(])(\p{L})/gu, (whole) => whole.toUpperCase())
}

/** The hamlet's name without the word in front and without what follows in brackets; capitals become `Thới Hòa`. Null when nothing is left. */
export function hamletName(text: string): string | null {
  const rest = text.replace(wordInFront, '').replace(/["“”]/g, '')
  const end = rest.search(/[(:]/)
  const bare = (end < 0 ? rest : rest.slice(0, end)).trim()
  if (bare === '') return null
  return bare === bare.toUpperCase() && /\p{L}{2}/u.test(bare) ? titleCase(bare) : bare
}

/** Whether a text is a hamlet with its word in front: `Ấp Thới Hòa`, `KV 3`. */
export function isHamletHeading(text: string): boolean {
  return wordInFront.test(text) && text.length <= 60
}

/** What a cell of a hamlet column says; some hold a whole address. */
export function hamletInCell(text: string): string | null {
  return text.includes(',') ? (hamletInAddress(text) ?? hamletName(text)) : hamletName(text)
}

/** The hamlet that an address names, or null: `Số 322, ấp Thới Hòa` → `Thới Hòa`; parts may be told apart by commas or dashes. */
export function hamletInAddress(address: string): string | null {
  const found = inAddress.exec(address)?.[1]?.split(/ [-–] /)[0]
  return found === undefined ? null : hamletName(found)
}
