// Long work in short pieces.

/** Milliseconds of work between two breaths of the page: half of a frame. */
export const breath = 8

/** Lets the page do what waits: paint, and hear a key. */
export function letPageBreathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}

/** Lets the page do everything that waits, and what comes meanwhile: for work that nobody waits for. */
export function letPageRest(): Promise<void> {
  // Safari knows no such tasks.
  return 'scheduler' in globalThis ? scheduler.postTask(() => undefined, { priority: 'background' }) : letPageBreathe()
}
