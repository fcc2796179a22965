// A pen on a canvas: thin where it runs, thick where it lingers, as ink is.

export type SignaturePen = {
  clear: () => void
  /** Makes the canvas as sharp as the glass, and draws anew what was written. */
  fit: () => void
  /** The canvas takes no more. What stands on it stays. */
  stop: () => void
}

/** In CSS pixels from the corner of the canvas; how wide the line is there. */
type Point = { x: number; y: number; width: number; at: number }

const ink = '#0b1e3c'
const paper = '#ffffff'
const thinnest = 1
const thickest = 3
/** How much the line follows a change of speed at once. */
const liveliness = 0.7
/** A sharper screen would only make the picture heavier. */
const mostPixelsPerPoint = 2

/** Lets a person write on a canvas. @throws when the browser has no canvas to draw on. */
export function startSignaturePen(
  canvas: HTMLCanvasElement,
  { onBegin, onEnd }: { onBegin: () => void; onEnd: () => void },
): SignaturePen {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  const listening = new AbortController()
  let strokes: Point[][] = []
  let pointer: number | null = null

  const wipe = () => {
    context.fillStyle = paper
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  const write = (event: PointerEvent) => {
    const { left, top } = canvas.getBoundingClientRect()
    const stroke = strokes.at(-1) ?? []
    stroke.push(pointAfter(stroke.at(-1), { x: event.clientX - left, y: event.clientY - top, at: event.timeStamp }))
    drawEnd(context, stroke)
  }
  const begin = (event: PointerEvent) => {
    if (pointer !== null || event.button !== 0) return
    event.preventDefault()
    pointer = event.pointerId
    canvas.setPointerCapture(pointer)
    strokes.push([])
    onBegin()
    write(event)
  }
  const follow = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return
    const between = event.getCoalescedEvents()
    for (const one of between.length > 0 ? between : [event]) write(one)
  }
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return
    pointer = null
    onEnd()
  }
  const { signal } = listening
  canvas.addEventListener('pointerdown', begin, { signal })
  canvas.addEventListener('pointermove', follow, { signal })
  canvas.addEventListener('pointerup', end, { signal })
  canvas.addEventListener('pointercancel', end, { signal })
  wipe()

  return {
    clear: () => {
      strokes = []
      wipe()
    },
    fit: () => {
      const ratio = Math.min(mostPixelsPerPoint, Math.max(1, devicePixelRatio))
      const [width, height] = [Math.floor(canvas.offsetWidth * ratio), Math.floor(canvas.offsetHeight * ratio)]
      // Taken off the screen: there is nothing to fit, and drawing the strokes again would cost time.
      if (width === 0 || height === 0) return
      if (canvas.width === width && canvas.height === height) return
      canvas.width = width
      canvas.height = height
      context.scale(ratio, ratio)
      wipe()
      for (const stroke of strokes)
        for (let count = 1; count <= stroke.length; count += 1) drawEnd(context, stroke, count)
    },
    stop: () => listening.abort(),
  }
}

function pointAfter(last: Point | undefined, { x, y, at }: Omit<Point, 'width'>): Point {
  const middle = (thinnest + thickest) / 2
  if (last === undefined) return { x, y, at, width: middle }
  const speed = Math.hypot(x - last.x, y - last.y) / Math.max(1, at - last.at)
  const wanted = Math.max(thinnest, thickest / (1 + speed))
  return { x, y, at, width: liveliness * wanted + (1 - liveliness) * last.width }
}

/** What the last of `count` points adds: a dot, or a curve from the middle before it to the middle after it. */
function drawEnd(context: CanvasRenderingContext2D, stroke: readonly Point[], count = stroke.length): void {
  const [before, corner, last] = [stroke[count - 3], stroke[count - 2], stroke[count - 1]]
  if (last === undefined) return
  if (corner === undefined) {
    context.fillStyle = ink
    context.beginPath()
    context.arc(last.x, last.y, last.width / 2, 0, 2 * Math.PI)
    context.fill()
    return
  }
  const from = before === undefined ? corner : middleOf(before, corner)
  const to = middleOf(corner, last)
  context.strokeStyle = ink
  context.lineCap = 'round'
  context.lineWidth = last.width
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.quadraticCurveTo(corner.x, corner.y, to.x, to.y)
  context.stroke()
}

function middleOf(one: Point, other: Point): { x: number; y: number } {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }
}
