// What can be said of any screen: whether axe finds something serious, whether fingers hit, whether it fits.
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
  await page.evaluate(axeSource)
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
export function smallTargets(page: Page, least: number): Promise<string[]> {
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
export function sideScroll(page: Page): Promise<string[]> {
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
