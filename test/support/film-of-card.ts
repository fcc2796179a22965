import { openBrowser, removeProfile } from './browser.ts'
import { drawCard, filmOf } from './made-up-card.ts'

let film: Promise<string> | null = null

async function drawFilm(): Promise<string> {
  const painter = await openBrowser()
  const card = await drawCard(painter.context, { width: 1920, height: 1440 })
  await painter.close()
  removeProfile(painter.profile)
  return filmOf(card)
}

/** What a fake camera shows of a made-up card, drawn once for all tests of a process. @returns the path of the film. */
export function filmOfCard(): Promise<string> {
  film ??= drawFilm()
  return film
}
