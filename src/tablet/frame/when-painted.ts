/** Resolves when what was rendered last is on the glass; in a hidden page, where nothing is painted, after a second. */
export function whenPainted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 1000)
  })
}
