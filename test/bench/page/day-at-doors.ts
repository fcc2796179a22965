// Runs inside the app's page: an officer who taps as quickly as the screen allows. Handed over as text, so it stands alone.

/** Milliseconds from a tap until what it leads to was painted. */
export type DoorTimes = { opened: number; saved: number; list: number }

/**
 * Pays the first so many people of the day's list, known by sight; begins and ends at the list.
 * @param pace `hasty` leaves the pen no time to rest, so that the signature is stored with the tap.
 */
export async function payAtDoors({ count, pace }: { count: number; pace: 'usual' | 'hasty' }): Promise<DoorTimes[]> {
  const patienceMs = 20_000
  /** Resolves when something stands on the screen. */
  const seen = async <Found>(what: string, find: () => Found | null | undefined | false): Promise<Found> => {
    const end = performance.now() + patienceMs
    for (;;) {
      const found = find()
      if (found) return found
      if (performance.now() > end) throw new Error(`not seen: ${what}`)
      await new Promise<void>((resolve) => {
        const watcher = new MutationObserver(() => {
          watcher.disconnect()
          resolve()
        })
        watcher.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
        setTimeout(resolve, patienceMs)
      })
    }
  }
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const button = (name: string) =>
    [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name)
  const timed = async (tap: () => void, seeing: () => Promise<unknown>): Promise<number> => {
    const start = performance.now()
    tap()
    await seeing()
    await painted()
    return performance.now() - start
  }
  const sign = (canvas: HTMLCanvasElement) => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    const at = (x: number, y: number, buttons: number) => ({
      clientX: left + width * x,
      clientY: top + height * y,
      bubbles: true,
      cancelable: true,
      pointerId: 1,
      pointerType: 'touch',
      isPrimary: true,
      buttons,
      pressure: 0.5,
    })
    canvas.dispatchEvent(new PointerEvent('pointerdown', at(0.2, 0.5, 1)))
    for (let step = 1; step <= 20; step += 1) {
      canvas.dispatchEvent(new PointerEvent('pointermove', at(0.2 + step * 0.03, 0.5 + 0.3 * Math.sin(step), 1)))
    }
    canvas.dispatchEvent(new PointerEvent('pointerup', at(0.8, 0.5, 0)))
  }

  const nameIn = (row: Element | null) => row?.querySelector('.visit-row__name')?.textContent
  const firstRow = () => document.querySelector<HTMLElement>('.visit-row')

  const times: DoorTimes[] = []
  for (let door = 0; door < count; door += 1) {
    const row = await seen('somebody', firstRow)
    const name = nameIn(row)
    const opened = await timed(
      () => row.click(),
      () => seen('the payment', () => button('Nhận diện trực tiếp')),
    )
    button('Nhận diện trực tiếp')?.click()
    const reason = await seen('the reasons', () => document.querySelector<HTMLElement>('input[name="sight-reason"]'))
    reason.click()
    sign(await seen('the frame to sign in', () => document.querySelector<HTMLCanvasElement>('canvas.signature')))
    // The pen is laid down before the finger reaches the button.
    if (pace === 'usual') {
      await seen('the signature on disk', () => document.querySelector('.payment .banner--good'))
      await rest(100)
    }
    const saved = await timed(
      () => button('Đã chi trả')?.click(),
      () => seen('Đã lưu', () => document.querySelector('.payment__saved')),
    )
    if (pace === 'usual') await rest(100)
    const list = await timed(
      () => history.back(),
      // Whoever was paid stands there no more.
      () => seen('the list', () => document.querySelector('.payments__total') && nameIn(firstRow()) !== name),
    )
    times.push({ opened, saved, list })
  }
  return times
}
