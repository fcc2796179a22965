// The pictures of the user's guide, taken by the journeys when SCREENSHOTS=1.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, '../../docs/pictures')

/** Keeps what is on the screen as `docs/pictures/<name>.png`; does nothing in an ordinary run. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
