import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type Language, LanguageProvider, useLanguage, useWords } from '../../src/ui/language.tsx'

afterEach(cleanup)

const words = { vi: { hello: 'Chào' }, en: { hello: 'Hello' } }

function Greeting() {
  const { chosen, setLanguage } = useLanguage()
  const t = useWords(words)
  return (
    <>
      <button onClick={() => setLanguage('en')}>{t.hello}</button>
      <input type="radio" aria-label="vi" checked={chosen === 'vi'} onChange={() => setLanguage('vi')} />
      <input type="radio" aria-label="en" checked={chosen === 'en'} onChange={() => setLanguage('en')} />
    </>
  )
}

/** A page whose English comes when `answer` says so; @returns the languages that were told of. */
function show(bring: (language: Language) => Promise<void> | null): Language[] {
  const told: Language[] = []
  render(
    <LanguageProvider bring={bring} onChange={(language) => told.push(language)}>
      <Greeting />
    </LanguageProvider>,
  )
  return told
}

describe('choosing a language', () => {
  it('speaks it at once when its words are at hand', async () => {
    const told = show(() => null)
    await userEvent.click(screen.getByRole('button', { name: 'Chào' }))
    expect(screen.getByRole('button', { name: 'Hello' })).toBeTruthy()
    expect(told).toEqual(['en'])
    expect(document.documentElement.lang).toBe('en')
  })

  it('stays with the old one until the words have come: nothing is shown without them', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const told = show(() => promise)
    await userEvent.click(screen.getByRole('button', { name: 'Chào' }))
    expect(screen.getByRole('button', { name: 'Chào' })).toBeTruthy()
    expect(told).toEqual([])
    resolve()
    expect(await screen.findByRole('button', { name: 'Hello' })).toBeTruthy()
    expect(told).toEqual(['en'])
  })

  it('stays with the old one when the words can not be had, and remembers no other', async () => {
    const { promise, reject } = Promise.withResolvers<void>()
    const told = show(() => promise)
    await userEvent.click(screen.getByRole('button', { name: 'Chào' }))
    reject(new Error('no network'))
    await promise.catch(() => undefined)
    expect(screen.getByRole('button', { name: 'Chào' })).toBeTruthy()
    expect(told).toEqual([])
    expect(document.documentElement.lang).toBe('vi')
  })

  it('shows at once what was pressed, and takes it back when the words can not be had', async () => {
    const { promise, reject } = Promise.withResolvers<void>()
    show(() => promise)
    const english = screen.getByRole<HTMLInputElement>('radio', { name: 'en' })
    await userEvent.click(english)
    expect(english.checked).toBe(true)
    reject(new Error('no network'))
    await waitFor(() => expect(english.checked).toBe(false))
  })

  it('goes by the last press: words that arrive after a change of mind are not spoken', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const told = show((language) => (language === 'en' ? promise : null))
    await userEvent.click(screen.getByRole('radio', { name: 'en' }))
    await userEvent.click(screen.getByRole('radio', { name: 'vi' }))
    resolve()
    await promise
    expect(screen.getByRole('button', { name: 'Chào' })).toBeTruthy()
    expect(told).toEqual(['vi'])
  })
})
