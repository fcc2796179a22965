// A column of many rows as one parameter of PostgreSQL, in the form that its own binary protocol has for arrays: nothing is
// escaped on this side, and nothing parsed on the other.

/** What a column can hold: every table of ours is made of these. */
export type Cell = string | number | Uint8Array | null

/** The type of its elements as PostgreSQL calls it, with its number. */
const elements = {
  text: { name: 'text', id: 25 },
  whole: { name: 'int8', id: 20 },
  real: { name: 'float8', id: 701 },
  bytes: { name: 'bytea', id: 17 },
} as const

export type ArrayParameter = { type: string; bytes: Buffer }

const headerBytes = 20
const mostBytesOfUnit = 3

/**
 * Writes a column as an array.
 * @returns null when every cell is: then nothing says of which type they are.
 * @throws when a column holds two kinds of things.
 */
export function arrayParameter(cells: readonly Cell[]): ArrayParameter | null {
  const kind = kindOf(cells)
  if (kind === null) return null
  const { name, id } = elements[kind]
  const bytes = roomFor(headerBytes + mostBytesOf(cells))
  // One dimension, which may hold nulls, of so many elements that are counted from 1.
  for (const [index, word] of [1, 1, id, cells.length, 1].entries()) bytes.writeInt32BE(word, index * 4)
  let at = headerBytes
  for (const cell of cells) {
    const size = cell === null ? -1 : write(bytes, at + 4, cell, kind)
    bytes.writeInt32BE(size, at)
    at += 4 + Math.max(0, size)
  }
  const written = bytes.subarray(0, at)
  return { type: name, bytes: bytes === room ? Buffer.from(written) : written }
}

// For what comes often: to take room and give it back costs more than to fill it.
const room = Buffer.allocUnsafeSlow(1024 * 1024)

function roomFor(size: number): Buffer {
  return size <= room.length ? room : Buffer.allocUnsafe(size)
}

function kindOf(cells: readonly Cell[]): keyof typeof elements | null {
  const first = cells.find((cell) => cell !== null)
  if (first === undefined || first === null) return null
  if (typeof first === 'string') return 'text'
  if (typeof first !== 'number') return 'bytes'
  return cells.every((cell) => cell === null || Number.isSafeInteger(cell)) ? 'whole' : 'real'
}

function mostBytesOf(cells: readonly Cell[]): number {
  let most = 0
  for (const cell of cells) {
    most += 4
    if (typeof cell === 'string') most += cell.length * mostBytesOfUnit
    else if (typeof cell === 'number') most += 8
    else if (cell !== null) most += cell.length
  }
  return most
}

/** @returns how many bytes it took. */
function write(bytes: Buffer, at: number, cell: Exclude<Cell, null>, kind: keyof typeof elements): number {
  if (typeof cell === 'string' && kind === 'text') return bytes.write(cell, at)
  if (typeof cell === 'object' && kind === 'bytes') {
    bytes.set(cell, at)
    return cell.length
  }
  if (typeof cell !== 'number' || kind === 'text' || kind === 'bytes') throw new TypeError('a column of two kinds')
  if (kind === 'real') bytes.writeDoubleBE(cell, at)
  else {
    bytes.writeInt32BE(Math.floor(cell / 2 ** 32), at)
    bytes.writeUInt32BE(cell >>> 0, at + 4)
  }
  return 8
}
