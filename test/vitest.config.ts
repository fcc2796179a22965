import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A file's name tells what it needs: nothing, a DOM, every database, or a real browser and the built app. */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // Files of a project share what they import: loading it anew for each was a fifth of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'logic',
          root,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{browser,db}.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'dom', root, include: ['test/**/*.dom.test.tsx'], environment: 'jsdom', testTimeout: 30_000 } },
      {
        test: {
          name: 'contracts',
          root,
          include: ['test/**/*.db.test.ts'],
          globalSetup: ['test/support/provide-postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          root,
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
