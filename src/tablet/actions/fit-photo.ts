// How large a photo is kept: a card stays legible, and a day's photos fit through a thin line.

/** Long edge of a stored photo in pixels, and the most bytes it may have. */
export const photoBudget = { longEdge: 1600, bytes: 300_000 } as const

/** JPEG qualities, tried one after the other until the photo fits. */
export const jpegQualities = [0.8, 0.72, 0.64, 0.56, 0.48, 0.4, 0.3, 0.2, 0.12, 0.06] as const

/** Size in pixels after fitting: the long edge exactly at the budget, never larger than it was. */
export function fitPhoto(width: number, height: number): { width: number; height: number } {
  const scale = photoBudget.longEdge / Math.max(width, height)
  if (scale >= 1) return { width, height }
  const fit = (edge: number) => Math.max(1, Math.round(edge * scale))
  return { width: fit(width), height: fit(height) }
}
