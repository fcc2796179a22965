// What officers type: pieces of somebody who is on the list, in the forms in which people type them, and pieces of nobody.
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import { searchKey } from '../../src/domain/person-name.ts'
import type { Chance } from './chance.ts'

const cut = (chance: Chance, text: string, least: number) =>
  text.length <= least ? text : text.slice(0, least + chance.whole(text.length - least + 1))

function partOf(chance: Chance, number: string): string {
  const length = Math.min(number.length, 3 + chance.whole(7))
  const from = chance.whole(number.length - length + 1)
  return number.slice(from, from + length)
}

function nameWord(chance: Chance, { name }: Beneficiary): string {
  const word = chance.pick(name.split(' '))
  switch (chance.whole(6)) {
    case 0:
    case 1:
      return searchKey(word)
    case 2:
      return searchKey(cut(chance, word, 1))
    case 3:
      return word.toLowerCase()
    case 4:
      return cut(chance, word.normalize('NFC'), 2)
    default:
      return word
        .toLowerCase()
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
        .normalize('NFC')
  }
}

function birthWord(chance: Chance, birth: string): string {
  const [year = '', month, day] = birth.split('-')
  if (month === undefined || chance.happens(0.6)) return year
  const written = chance.happens(0.5) ? [month, year] : [...(day === undefined ? [] : [day]), month, year]
  return (chance.happens(0.3) ? written.map((part) => String(Number(part))) : written).join(
    chance.pick(['/', '-', '.']),
  )
}

/** One word, or a few that belong together, about a person. */
function piece(chance: Chance, person: Beneficiary): string {
  const { birth, idNumber, oldIdNumber, phone, fileCode, hamlet } = person
  switch (chance.whole(12)) {
    case 0:
      return idNumber === null ? '' : partOf(chance, idNumber)
    case 1:
      return oldIdNumber === null ? '' : partOf(chance, oldIdNumber)
    case 2:
      return phone === null
        ? ''
        : chance.pick([phone, `+84${phone.slice(1)}`, phone.slice(0, 4), partOf(chance, phone)])
    case 3:
      return fileCode === null ? '' : chance.pick([fileCode, fileCode.toLowerCase(), cut(chance, fileCode, 1)])
    case 4:
      return fileCode === null ? '' : partOf(chance, searchKey(fileCode).replaceAll(/[^a-z0-9]/g, ''))
    case 5:
      return hamlet === null
        ? ''
        : chance.pick([hamlet, searchKey(hamlet), `ấp ${hamlet}`, `khu vuc ${searchKey(hamlet)}`])
    case 6:
      return birth === null ? '' : birthWord(chance, birth)
    default:
      return nameWord(chance, person)
  }
}

const piecesOfEach = 3

/**
 * Different things that are typed into the search box, most of them about one of these people.
 * @param people each is asked for in many ways, made of a few pieces: a judge that remembers pieces has less to do.
 * @throws Error when so few people are not to be asked for in so many ways.
 */
export function typedSearches(chance: Chance, people: readonly Beneficiary[], count: number): string[] {
  const pieces = people.map((person) => Array.from({ length: piecesOfEach }, () => piece(chance, person)))
  const searches = new Set<string>()
  for (let tries = 0; searches.size < count; tries += 1) {
    if (tries > 20 * count) throw new Error(`only ${searches.size} different searches`)
    const ofOne = chance.pick(pieces)
    const typed = Array.from({ length: chance.pick([1, 1, 2, 2, 3]) }, () => chance.pick(ofOne))
    if (chance.happens(0.1)) typed.push(chance.pick(chance.pick(pieces)))
    if (chance.happens(0.04)) typed.push(chance.pick(['%', '-', 'xyz', '00000', 'q']))
    const spaced = typed.filter(Boolean).join(chance.pick([' ', ' ', '  ']))
    searches.add(chance.happens(0.05) ? ` ${spaced.toUpperCase()} ` : spaced)
  }
  return [...searches]
}
