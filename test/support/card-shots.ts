// Shots of made-up cards by what makes them hard, from easy to hopeless, so that readers of codes can be told apart.
import { type Chance, chanceFrom } from './chance.ts'
import { plainShot, type Shot } from './card-picture.ts'

const names = ['Nguyễn Thị Ngọc Ánh', 'TRẦN VĂN ĐƯỜNG', 'Lê Thị Đặng Ửng', 'Huỳnh Phước Thủy', 'Thạch Sô Phia']
const places = [
  'Tổ 5, Ấp Vĩnh Quới, Thạnh Qưới, Vĩnh Thạnh, Cần Thơ',
  'Khu vực 3, Phường An Khánh, Quận Ninh Kiều, Cần Thơ',
  'Số 12/4, Ấp Thới Hòa, Thới Đông, Cờ Đỏ, Cần Thơ',
]

/** What the code of a made-up card says; `is2024` adds the four empty fields of the new card. */
export function madeUpCode({ whole, pick, happens }: Chance): string {
  const two = (below: number) => String(1 + whole(below)).padStart(2, '0')
  const year = 1930 + whole(70)
  const isWoman = happens(0.5)
  const id = `092${isWoman ? 1 : 0}${String(year).slice(2)}99${String(whole(10_000)).padStart(4, '0')}`
  const old = happens(0.5) ? `36199${String(whole(10_000)).padStart(4, '0')}` : ''
  const rest = happens(0.3) ? '||||' : ''
  const fields = [id, old, pick(names), `${two(28)}${two(12)}${year}`, isWoman ? 'Nữ' : 'Nam', pick(places)]
  return `${fields.join('|')}|${two(28)}${two(12)}2021${rest}`
}

const between = ({ next }: Chance, low: number, high: number) => low + (high - low) * next()

/** Some blur, noise and JPEG, as every camera has. */
function everyday(chance: Chance): Partial<Shot> {
  return {
    turn: between(chance, -15, 15),
    tilt: between(chance, 0, 12),
    tiltTowards: between(chance, 0, 360),
    module: between(chance, 2.6, 4),
    blur: between(chance, 0.4, 0.9),
    noise: between(chance, 1, 4),
    jpeg: 85,
    shade: between(chance, 0, 0.3),
  }
}

const difficulties = {
  rotated: (chance: Chance) => ({ turn: between(chance, 0, 360), module: between(chance, 2, 3.2) }),
  blurred: (chance: Chance) => {
    const module = between(chance, 2.6, 4.5)
    return { module, blur: module * between(chance, 0.4, 0.95) }
  },
  small: (chance: Chance) => ({ module: between(chance, 1.2, 2.1), blur: between(chance, 0.3, 0.6) }),
  dim: (chance: Chance) => {
    const black = between(chance, 6, 40)
    return {
      black,
      white: black + between(chance, 12, 50),
      noise: between(chance, 2, 9),
      shade: between(chance, 0, 0.5),
      jpeg: 92,
    }
  },
  perspective: (chance: Chance) => ({ tilt: between(chance, 30, 68), module: between(chance, 3, 5) }),
  everything: (chance: Chance) => {
    const module = between(chance, 2, 3.5)
    return {
      module,
      turn: between(chance, 0, 360),
      tilt: between(chance, 15, 45),
      blur: module * between(chance, 0.2, 0.5),
      white: between(chance, 80, 190),
      noise: between(chance, 3, 9),
      shade: between(chance, 0.2, 0.6),
      jpeg: 60,
    }
  },
} satisfies Record<string, (chance: Chance) => Partial<Shot>>

export type Difficulty = keyof typeof difficulties
export const everyDifficulty = Object.keys(difficulties) as Difficulty[]

/** The shots of one difficulty; the same for the same seed. */
export function shotsOf(difficulty: Difficulty, count: number, seed = 1): Shot[] {
  return Array.from({ length: count }, (_, n) => {
    const chance = chanceFrom(seed * 100_003 + everyDifficulty.indexOf(difficulty) * 1009 + n)
    return {
      ...plainShot,
      text: madeUpCode(chance),
      ecc: chance.pick(['L', 'M', 'Q'] as const),
      seed: chance.whole(2 ** 31),
      ...everyday(chance),
      ...difficulties[difficulty](chance),
    }
  })
}
