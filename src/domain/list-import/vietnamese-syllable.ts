// Whether a word can be a syllable of Vietnamese. Old encodings read wrongly give letters of Vietnamese, but no syllables.

/** `ng`, `g` and `c` are written `ngh`, `gh` and `k` before e, ê and i. */
const onset = '(?:ngh(?=[eêi])|ng(?![eêi])|nh|gh(?=[eêi])|g(?![eê])|gi|kh|ph|qu|th|tr|ch|c(?![eêi])|[bdđhklmnprstvx])?'

/** What may follow the first consonants, without tones. */
const rhymes =
  'a ai ao au ay am an ang anh ap at ac ach ăm ăn ăng ăp ăt ăc âu ây âm ân âng âp ât âc ' +
  'e eo em en eng ep et ec ê êu êm ên ênh êp êt êch i ia iu im in inh ip it ich iêu iêm iên iêng iêp iêt iêc ' +
  'o oi om on ong op ot oc oa oai oao oay oam oan oang oanh oap oat oac oach oăm oăn oăng oăp oăt oăc oe oeo oen oet oong ooc ' +
  'ô ôi ôm ôn ông ôp ôt ôc ơ ơi ơm ơn ơp ơt u ui um un ung up ut uc ua uân uâng uât uây uê uênh uêch uên uơ ' +
  'uy uya uyu uyên uyêt uynh uych uyt uyn uyp uôi uôm uôn uông uôt uôc ' +
  'ư ưi ưu ưm ưn ưng ưt ưc ưa ươi ươu ươm ươn ương ươp ươt ươc y yêu yêm yên yêng yêt ym yn ynh yp yt ych ăy'

/** After `gi` and `qu` the vowel of the onset may be the rhyme's own: `gì`, `giêng`, `quốc`, `quý`. */
const syllable = new RegExp(
  `^(?:${onset}(?:${rhymes.split(' ').join('|')})|gi(?:n|ng|m|p|t|êng|êt|êc|ên)?|qu(?:ôc|yt|yn|ynh|yêt|yên|y))$`,
)
const stopped = /(?:p|t|c|ch)$/

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const heavy = /[\u0301\u0323]/

/** Letters with their tone taken off; null when there are two tones. */
function withoutTone(word: string): { bare: string; tone: string } | null {
  const apart = word.toLowerCase().normalize('NFD')
  const found = apart.match(tones) ?? []
  if (found.length > 1) return null
  return { bare: apart.replace(tones, '').normalize('NFC'), tone: found[0] ?? '' }
}

/** Whether a word is spelled as a syllable of Vietnamese is, in whatever case; a closed one has an acute or a dot. */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > 12) return false
  const read = withoutTone(word)
  if (read === null || !syllable.test(read.bare)) return false
  return !stopped.test(read.bare) || heavy.test(read.tone)
}
