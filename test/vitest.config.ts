import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  test: {
    projects: [
      { test: { name: 'logic', root, include: ['test/**/*.test.ts'], exclude: ['test/**/*.{browser,db}.test.ts'] } },
      {
        test: { name: 'contracts', root, include: ['test/**/*.db.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      { test: { name: 'dom', root, include: ['test/**/*.dom.test.tsx'], environment: 'jsdom' } },
      {
        test: {
          name: 'browser',
          root,
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
