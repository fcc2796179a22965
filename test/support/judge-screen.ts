// What can be said of any screen: whether axe finds something serious, whether fingers hit, whether it fits, whether its texts
// can be read.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type AxeRun = (
  context: Document,
  options: object,
) => Promise<{
  violations: { id: string; impact: string | null; help: string; nodes: { html: string; target: unknown[] }[] }[]
}>

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Serious and critical findings of axe (WCAG 2.2 A and AA), one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Moving between screens keeps the window, and with it the judge: to read it anew costs as much as to be judged.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: AxeRun } }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // Passes are neither listed nor style sheets fetched a second time: both cost more than the rules themselves.
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false }
    const { violations } = await axe.run(document, options)
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

/** Things to tap that are smaller than `least` CSS pixels on a side, one line each; a label counts with its box. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const selector =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [role=tab]'
    const isHidden = (element: Element) =>
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      element.closest('[inert], [aria-hidden=true]') !== null
    return [...document.querySelectorAll(selector)].flatMap((element) => {
      if (isHidden(element)) return []
      const label =
        element instanceof HTMLInputElement && /^(checkbox|radio|file)$/.test(element.type) ? element.labels?.[0] : null
      const { width, height } = (label ?? element).getBoundingClientRect()
      // A pixel or two wide: shown to screen readers only, until it has the focus.
      if (width <= 2 || height <= 2) return []
      // Links inside a sentence are as high as its lines.
      if (element instanceof HTMLAnchorElement && getComputedStyle(element).display === 'inline') return []
      return Math.round(width) >= wanted && Math.round(height) >= wanted
        ? []
        : [`${Math.round(width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`]
    })
  }, least)
}

/** Whether the page is wider than the window: how many pixels too wide, and what reaches out. */
function sideScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > room + 1,
    )
    return [
      `${document.documentElement.scrollWidth} of ${room} px`,
      ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 140)),
    ]
  })
}

/** Texts that lie upon one another, two at a time. What is fixed or stuck to an edge may cover what scrolls beneath it. */
function textsOnTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const layerOf = (element: Element): Element | null => {
      if (/^(fixed|sticky)$/.test(getComputedStyle(element).position) || element.tagName === 'DIALOG') return element
      return element.parentElement && layerOf(element.parentElement)
    }
    /** What of a text its box and those around it let through. */
    const seenOf = (rect: DOMRect, element: Element): DOMRect | null => {
      let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom]
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const style = getComputedStyle(box)
        if (style.overflow === 'visible' && style.clipPath === 'none') continue
        const edge = box.getBoundingClientRect()
        left = Math.max(left, edge.left)
        top = Math.max(top, edge.top)
        right = Math.min(right, edge.right)
        bottom = Math.min(bottom, edge.bottom)
      }
      return right - left > 2 && bottom - top > 2 ? new DOMRect(left, top, right - left, bottom - top) : null
    }
    const texts: { node: Node; text: string; layer: Element | null; rect: DOMRect }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const text = node.textContent?.trim().slice(0, 40) ?? ''
      if (text === '' || element.closest('svg, option, script, style, .visually-hidden') !== null) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const layer = layerOf(element)
      for (const whole of range.getClientRects()) {
        const rect = seenOf(whole, element)
        if (rect !== null) texts.push({ node, text, layer, rect })
      }
    }
    const across = (one: DOMRect, other: DOMRect) => Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const down = (one: DOMRect, other: DOMRect) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    return texts.flatMap((one, at) =>
      texts
        .slice(at + 1)
        .filter(({ node, layer, rect }) => {
          // Lines of a text may touch; letters that cannot be read are covered by a good part of their height.
          const share = down(one.rect, rect) / Math.min(one.rect.height, rect.height)
          return node !== one.node && layer === one.layer && across(one.rect, rect) > 3 && share > 0.35
        })
        .map(({ text }) => `“${one.text}” lies on “${text}”`),
    )
  })
}

/** What is wrong with how a screen is laid out, one line each. @param least a finger's size in CSS pixels, for what can be tapped. */
export async function layoutFaults(page: Page, least: number): Promise<string[]> {
  return [...(await smallTargets(page, least)), ...(await sideScroll(page)), ...(await textsOnTexts(page))]
}
