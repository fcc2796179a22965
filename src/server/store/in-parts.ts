/** A long list in parts of at most `size`, because databases take only so many parameters at once. */
export function inParts<T>(things: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, index) =>
    things.slice(index * size, (index + 1) * size),
  )
}
