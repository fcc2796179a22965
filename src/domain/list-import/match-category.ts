// From a list's own wording of a category to a code. What is not clear stays without a code for a person to settle.
import { type Category, categories, categoryByCode } from '../code-lists/categories.ts'
import type { Programme } from '../entitlement.ts'
import { wordingKey } from './grid.ts'

/** Abbreviations that offices use, as words of a wording key. */
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['nkt', 'nguoi khuyet tat'],
  ['kt', 'khuyet tat'],
  ['nct', 'nguoi cao tuoi'],
  ['dbn', 'dac biet nang'],
  ['te', 'tre em'],
  ['tgxh', 'tro giup xa hoi'],
  ['bhxh', 'bao hiem xa hoi'],
  ['htxh', 'huu tri xa hoi'],
  ['vnah', 'viet nam anh hung'],
  ['bmvnah', 'ba me viet nam anh hung'],
  ['tb', 'thuong binh'],
  ['bb', 'benh binh'],
  ['ls', 'liet si'],
  ['cdhh', 'chat doc hoa hoc'],
  ['nhdkc', 'nguoi hoat dong khang chien'],
  ['hdkc', 'hoat dong khang chien'],
  ['hdcm', 'hoat dong cach mang'],
  ['dtts', 'dan toc thieu so'],
  ['mtp', 'mai tang phi'],
])

/** Wordings that lists use and that share too few words with the category's own name. */
const otherWordings: readonly [pattern: RegExp, code: string][] = [
  [
    /^(nguoi|nguoi cao tuoi|nct|cao tuoi) (tu )?(du )?80( tuoi)?( tro len)?( (khong co|khong huong|chua co)\b.*)?$/,
    'BT.5.5C',
  ],
  [/^thuong binh( hang [1-4]\/?4?| \d{2,3}%?| (ty le|ti le) \d{2,3}%?)?$/, 'NC.6.TB'],
  [/^thuong binh (loai )?b( \d{2,3}%?)?$/, 'NC.6.TBB'],
  [/^(me|ba me) (vnah|viet nam anh hung)$|^bmvnah$/, 'NC.4'],
  [/^nguoi don than( ngheo)? nuoi con/, 'BT.5.4'],
]

/** Words that tell no category from another. */
const fillers = new Set('doi tuong dien huong la thuoc duoc cho cua va hoac truc tiep tro cap bi dang'.split(' '))

/** What comes later in a long text names no category. */
const longestWording = 300

function wordsOf(text: string): Set<string> {
  const words = wordingKey(text.slice(0, longestWording))
    .split(' ')
    .flatMap((word) => (abbreviations.get(word) ?? word).split(' '))
  return new Set(words.filter((word) => word !== '' && !fillers.has(word)))
}

const known = categories.map((category) => ({ category, words: wordsOf(category.name) }))

const rarity = new Map<string, number>()
for (const { words } of known) for (const word of words) rarity.set(word, (rarity.get(word) ?? 0) + 1)

/** A rare word says more than one that stands in many names. */
function weightOf(words: Iterable<string>): number {
  let sum = 0
  for (const word of words) sum += Math.log(1 + known.length / (rarity.get(word) ?? 0.5))
  return sum
}

/** How much of each wording stands in the other one, the worse of the two: 1 when they hold the same words. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = weightOf([...a].filter((word) => b.has(word)))
  return shared / Math.max(weightOf(a), weightOf(b))
}

const closeEnough = 0.7
const clearLead = 0.08

/**
 * The category that a wording means: its code, its name, or wording that is clearly closest to one of them.
 * @returns null when nothing is close, or two are about as close.
 */
export function matchCategory(text: string): Category | null {
  const byCode = categoryByCode.get(text.trim().toUpperCase())
  if (byCode) return byCode
  const key = wordingKey(text.slice(0, longestWording))
  const other = otherWordings.find(([pattern]) => pattern.test(key))
  if (other) return categoryByCode.get(other[1]) ?? null
  const words = wordsOf(text)
  const [first, second] = known
    .map(({ category, words: of }) => ({ category, like: likeness(words, of) }))
    .toSorted((a, b) => b.like - a.like)
  if (first === undefined || words.size === 0 || first.like < closeEnough) return null
  return first.like > 0.999 || first.like - (second?.like ?? 0) >= clearLead ? first.category : null
}

/**
 * The programme that a wording speaks of even where it names no category of ours: `Vợ liệt sĩ` is people with meritorious
 * service.
 */
export function programmeOfWording(text: string): Programme | null {
  const key = [...wordsOf(text)].join(' ')
  if (/liet si|thuong binh|benh binh|anh hung|khang chien|cach mang|chat doc hoa hoc|nguoi co cong|\bncc\b/.test(key))
    return 'NCC'
  return /khuyet tat|cao tuoi|don than|tre em|mo coi|huu tri|bao tro|tro giup|\bbtxh\b|ngheo|hiv/.test(key)
    ? 'BTXH'
    : null
}
