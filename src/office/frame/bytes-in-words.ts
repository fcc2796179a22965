// Sizes for people to read.

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** `1,5 GB`: one decimal below ten, with the comma that Vietnamese uses. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  const text = unit === 0 || value >= 10 ? Math.round(value).toString() : value.toFixed(1).replace('.', ',')
  return `${text} ${units[unit]}`
}
