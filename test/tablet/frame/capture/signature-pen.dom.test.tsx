import { fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type SignaturePen, startSignaturePen } from '../../../../src/tablet/frame/capture/signature-pen.ts'

/** What was drawn, a line a step: jsdom has no canvas of its own. */
let drawn: string[]
let canvas: HTMLCanvasElement
let pen: SignaturePen
const told = { onBegin: vi.fn<() => void>(), onEnd: vi.fn<() => void>() }

function recorder(): CanvasRenderingContext2D {
  const note =
    (what: string) =>
    (...numbers: number[]) =>
      void drawn.push([what, ...numbers.slice(0, 2)].join(' '))
  const context = Object.fromEntries(
    ['fillRect', 'arc', 'moveTo', 'quadraticCurveTo', 'scale'].map((name) => [name, note(name)]),
  )
  const silent = { beginPath: () => undefined, fill: () => undefined, stroke: () => undefined }
  return { ...context, ...silent } as unknown as CanvasRenderingContext2D
}

beforeEach(() => {
  drawn = []
  canvas = document.createElement('canvas')
  const context = recorder()
  Object.assign(canvas, { getContext: () => context, setPointerCapture: () => undefined })
  told.onBegin.mockReset()
  told.onEnd.mockReset()
  pen = startSignaturePen(canvas, told)
  drawn = []
})
afterEach(() => pen.stop())

const press = (pointerId: number, x: number, y: number, button = 0) =>
  fireEvent.pointerDown(canvas, { pointerId, clientX: x, clientY: y, button })
const move = (pointerId: number, x: number, y: number) => {
  const event = new PointerEvent('pointermove', { pointerId, clientX: x, clientY: y })
  Object.assign(event, { getCoalescedEvents: () => [] })
  canvas.dispatchEvent(event)
}
const lift = (pointerId: number) => fireEvent.pointerUp(canvas, { pointerId })

describe('a pen on a canvas', () => {
  it('leaves a dot where it is set down and a curve where it goes, and says when it begins and ends', () => {
    press(1, 10, 10)
    expect(drawn).toEqual(['arc 10 10'])
    move(1, 20, 10)
    move(1, 20, 30)
    lift(1)
    expect(drawn.slice(1)).toEqual(['moveTo 10 10', 'quadraticCurveTo 10 10', 'moveTo 15 10', 'quadraticCurveTo 20 10'])
    expect(told.onBegin).toHaveBeenCalledTimes(1)
    expect(told.onEnd).toHaveBeenCalledTimes(1)
  })

  it('follows one finger: neither a palm nor another button writes', () => {
    press(1, 10, 10)
    press(2, 90, 90)
    move(2, 99, 99)
    lift(2)
    lift(1)
    press(3, 50, 50, 2)
    move(3, 60, 60)
    expect(drawn).toEqual(['arc 10 10'])
    expect(told.onEnd).toHaveBeenCalledTimes(1)
  })

  it('draws anew what was written when the canvas takes another size, and nothing once it was cleared', () => {
    press(1, 10, 10)
    move(1, 20, 10)
    lift(1)
    const written = [...drawn]
    pen.fit()
    expect(drawn).toEqual(written)
    const resize = (width: number) => {
      Object.defineProperty(canvas, 'offsetWidth', { value: width, configurable: true })
      Object.defineProperty(canvas, 'offsetHeight', { value: 240, configurable: true })
      drawn = []
      pen.fit()
    }
    resize(400)
    expect(drawn.filter((step) => !/^(scale|fillRect)/.test(step))).toEqual(written)
    pen.clear()
    resize(500)
    expect(drawn.filter((step) => !/^(scale|fillRect)/.test(step))).toEqual([])
  })

  it('takes nothing more once it was stopped', () => {
    pen.stop()
    press(1, 10, 10)
    expect(drawn).toEqual([])
    expect(told.onBegin).not.toHaveBeenCalled()
  })
})
