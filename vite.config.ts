import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const root = fileURLToPath(new URL('.', import.meta.url))
/** Where this build goes; tests build a second release elsewhere. */
let outDir = resolve(root, 'dist')
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }

/** `0.1.0+3e42da4`; without the commit where there is no repository. `APP_VERSION` says it instead. */
function buildVersion(): string {
  if (process.env.APP_VERSION !== undefined) return process.env.APP_VERSION
  try {
    const commit = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { cwd: root, stdio: 'pipe' })
    return `${version}+${commit.toString().trim()}`
  } catch {
    return version
  }
}

/**
 * The tablet checks with zod's schemas and never describes them: without the maker of JSON Schema every tablet loads 7 KiB
 * less. The names stay, so that a zod that brings new ones fails the build and not the tablet.
 */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  load(id) {
    if (!/\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return null
    const names = [
      ...readFileSync(id, 'utf8').matchAll(/^export (?:function|const) (\w+)|^export \{ \w+ as (\w+) \}/gm),
    ]
    return `const none = () => none\nexport { ${names.map(([, plain, renamed]) => `none as ${plain ?? renamed}`).join(', ')} }`
  },
}

/** The reader of QR codes is told where its .wasm lies; the address it would otherwise go to is not even in the build. */
const withoutForeignWasm: Plugin = {
  name: 'without-foreign-wasm',
  transform(code, id) {
    if (!id.endsWith('/zxing-wasm/dist/es/share.js')) return null
    const local = code.replace(/`https:\/\/[^`]*\/zxing-wasm@[^`]*`/, '(t + e)')
    if (/https?:\/\//.test(local)) throw new Error('zxing-wasm knows another address than it used to')
    return { code: local, map: null }
  },
}

type ModuleGraph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

const frontDoor = resolve(root, 'src/main.tsx')

/** Whether no screen can stand before this module has run: what the front door imports, all the way down. */
const isInitial = (() => {
  const known = new WeakMap<ModuleGraph, Set<string>>()
  return (id: string, graph: ModuleGraph): boolean => {
    let initial = known.get(graph)
    if (!initial) {
      initial = new Set([frontDoor])
      for (const one of initial) for (const next of graph.getModuleInfo(one)?.importedIds ?? []) initial.add(next)
      known.set(graph, initial)
    }
    return initial.has(id)
  }
})()

const fromTablet = (id: string) => /\/src\/(text\/)?tablet\//.test(id)

const fromOffice = (moduleId: string | null | undefined) => /\/src\/(text\/|protocol\/)?office\//.test(moduleId ?? '')

export default defineConfig({
  root,
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(buildVersion()) },
  build: {
    target: 'es2023',
    // The server keeps serving the files of earlier releases from elsewhere; this folder is one release.
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Fewer and larger files compress better, and what seldom changes is not fetched again with each release.
        codeSplitting: {
          groups: [
            // A cold start waits for the entry and for this, and for nothing else. The office stands on it too.
            { name: 'kit', test: (id) => !fromTablet(id) && id !== frontDoor, tags: ['$initial'] },
            { name: 'zod', test: /\/node_modules\/zod\// },
            { name: 'tablet-kit', test: /\/node_modules\/dexie\// },
            {
              // Nothing of the office may come in here: a tablet does not keep its files.
              name: 'shared',
              test: /\/src\/(ui|domain|protocol\/(?!office\/)|text\/(?!tablet\/|office\/))/,
              minShareCount: 3,
            },
            {
              name: (id, context) => (fromTablet(id) && !isInitial(id, context) ? 'session' : null),
              debugName: 'session',
              minShareCount: 3,
            },
          ],
        },
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some(fromOffice) ? 'assets/office/[name]-[hash].js' : 'assets/[name]-[hash].js',
        assetFileNames: ({ originalFileNames }) =>
          originalFileNames.some(fromOffice) ? 'assets/office/[name]-[hash][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  worker: { format: 'es', plugins: () => [withoutForeignWasm] },
  resolve: {
    alias: [
      // The same libraries without the code for browsers that cannot run this app anyway.
      { find: /^dexie$/, replacement: resolve(root, 'node_modules/dexie/dist/modern/dexie.mjs') },
      {
        find: /^workbox-window$/,
        replacement: resolve(root, 'node_modules/workbox-window/build/workbox-window.prod.mjs'),
      },
    ],
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://localhost:8080' } },
  plugins: [
    {
      name: 'remember-out-dir',
      configResolved({ build }) {
        outDir = resolve(root, build.outDir)
      },
    },
    withoutJsonSchema,
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        id: '/',
        name: 'Tận Nhà – đăng ký và chi trả tại nhà',
        short_name: 'Tận Nhà',
        description: 'Đăng ký phương thức nhận trợ cấp tại nhà người dân, cả khi không có mạng.',
        lang: 'vi',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        orientation: 'any',
        background_color: '#f3f6f6',
        theme_color: '#0b3d5c',
        categories: ['government', 'productivity'],
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        inlineWorkboxRuntime: true,
        sourcemap: false,
        globPatterns: ['**/*.{js,css,html,wasm,svg,png}'],
        globIgnores: ['assets/office/**', 'icon-maskable-512.png', 'apple-touch-icon.png'],
        // The QR reader is one file of almost a megabyte.
        maximumFileSizeToCacheInBytes: 1_100_000,
        cleanupOutdatedCaches: true,
        // The page that was there first is served too: whoever enrols and walks out of the network has every screen.
        clientsClaim: true,
        skipWaiting: false,
        navigateFallback: '/index.html',
        // The office is online only, and nothing under /api may ever come from a cache: there is no runtime caching at all.
        navigateFallbackDenylist: [/^\/api(\/|$)/, /^\/office(\/|$)/, /^\/health/],
        manifestTransforms: [
          // A file that was cut off on its way does not match: the new version is not installed, the old one goes on.
          (entries) => ({
            manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(entry.url) })),
            warnings: [],
          }),
        ],
      },
    }),
  ],
})

function integrityOf(url: string): string {
  return `sha384-${createHash('sha384')
    .update(readFileSync(`${outDir}/${url}`))
    .digest('base64')}`
}
