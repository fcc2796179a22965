// Which encoding the texts of a column, or of a sheet, were typed in: the one whose words are Vietnamese syllables.
// Only proposed: a person sees the texts before and after, and confirms.
import { decodeLegacy } from './decode-legacy.ts'
import { legacyEncodings, type TextEncoding } from './legacy-encodings.ts'
import { isVietnameseSyllable } from './vietnamese-syllable.ts'
import { isSign } from './vietnamese-text.ts'

/** The six capitals that VISCII keeps among the control signs. */
const lowLetters: ReadonlySet<number> = new Set([2, 5, 6, 20, 25, 30])

function isTellingCode(code: number): boolean {
  return code > 127 || lowLetters.has(code)
}

function isWordCode(code: number): boolean {
  return isTellingCode(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

/** Words that say something about their encoding, with how often each stands there. */
export type Evidence = ReadonlyMap<string, number>

const mostWords = 600
/** Longer ones are no words of Vietnamese in any encoding. */
const longestWord = 40

/** Whether a text holds anything that encodings could differ about. */
export function isTelling(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isTellingCode(text.charCodeAt(at))) return true
  return false
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  let start = -1
  for (let at = 0; at <= text.length; at += 1) {
    const inside = at < text.length && isWordCode(text.charCodeAt(at))
    if (inside && start < 0) start = at
    if (!inside && start >= 0) {
      words.push(text.slice(start, at))
      start = -1
    }
  }
  return words
}

/** Gathers words as evidence; stops when there is plenty. */
export function evidenceIn(texts: Iterable<string>): Evidence {
  const words = new Map<string, number>()
  for (const text of texts) {
    if (!isTelling(text)) continue
    for (const word of wordsOf(text)) {
      if (word.length <= longestWord && isTelling(word) && ![...word].every(isSign))
        words.set(word, (words.get(word) ?? 0) + 1)
    }
    if (words.size >= mostWords) break
  }
  return words
}

/** Words that nearly every list of people holds: they settle what a few rare syllables leave open. */
const frequent: ReadonlySet<string> = new Set(
  (
    'văn thị nguyễn trần lê phạm huỳnh hồ võ đặng bùi đỗ ngô dương lý thạch sơn đinh tô hữu đức ngọc kim hồng bích mỹ út bé ' +
    'họ tên năm ngày tháng sinh giới tính nữ số địa chỉ ấp xã đối tượng mức hưởng tiền trợ cấp truy lĩnh tổng cộng ghi chú ' +
    'người khuyết tật nặng cao tuổi từ đủ không có lương hưu thới hòa'
  ).split(' '),
)

/** Small, with a capital in front, or all capitals: nothing else is written. */
const shape = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u

/** How much of the evidence is Vietnamese when read so, from 0 to 1. Each different word counts once. */
export function likelihood(evidence: Evidence, encoding: TextEncoding): number {
  let valid = 0
  for (const word of evidence.keys()) if (isVietnamese(word, encoding)) valid += 1
  return evidence.size === 0 ? 0 : valid / evidence.size
}

function frequency(evidence: Evidence, encoding: TextEncoding): number {
  let known = 0
  for (const word of evidence.keys()) if (frequent.has(decodeLegacy(word, encoding).toLowerCase())) known += 1
  return known / evidence.size
}

/** Signs of Latin-1 that stand among letters only where the letters are not what they look like: `Thu·`, `N÷`. */
const amongLetters = /[\u00A1-\u00BF\u00D7\u00F7]/

function isVietnamese(word: string, encoding: TextEncoding): boolean {
  if (encoding === 'unicode' && amongLetters.test(word)) return false
  return decodeLegacy(word, encoding)
    .split(/[^\p{L}\p{M}]+/u)
    .every((part) => part === '' || (shape.test(part) && isVietnameseSyllable(part)))
}

const enough = 0.6
const clearLead = 0.1

/**
 * The encoding that the evidence speaks for. Unicode unless another reading gives clearly more Vietnamese.
 * @returns null when there is nothing to go by, or no reading gives Vietnamese.
 */
export function detectEncoding(evidence: Evidence): TextEncoding | null {
  if (evidence.size === 0) return null
  const asItIs = likelihood(evidence, 'unicode')
  let best: { encoding: TextEncoding; score: number } = { encoding: 'unicode', score: 0 }
  if (asItIs > 0.97) return 'unicode'
  for (const encoding of legacyEncodings) {
    const share = likelihood(evidence, encoding)
    const score = share + frequency(evidence, encoding) / 2
    if (share >= enough && share > asItIs + clearLead && score > best.score) best = { encoding, score }
  }
  return best.encoding === 'unicode' && asItIs < enough / 2 ? null : best.encoding
}
