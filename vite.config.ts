import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { englishApart } from './vite.english.ts'

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

/**
 * Argon2id comes as WebAssembly written out as text. As files of their own the two modules are a quarter smaller, and the worker
 * compiles them as they arrive.
 */
const wasmOfKeyDerivation: Plugin = {
  name: 'wasm-of-key-derivation',
  transform(code, id) {
    if (!id.endsWith('/hash-wasm/dist/index.esm.js')) return null
    const apart = ['argon2', 'blake2b'].reduce((before, name) => {
      const [whole, start, base64] =
        new RegExp(`(var name\\$\\w+ = "${name}";\\s*var data\\$\\w+ = )"([^"]+)"`).exec(before) ?? []
      if (whole === undefined || base64 === undefined) throw new Error(`hash-wasm has no ${name} where it used to`)
      const file = this.emitFile({ type: 'asset', name: `${name}.wasm`, source: Buffer.from(base64, 'base64') })
      return before.replace(whole, `${start}import.meta.ROLLUP_FILE_URL_${file}`)
    }, code)
    const compiled = apart.replace(
      /const asm = decodeBase64\(binary\.data\);[^;]*= WebAssembly\.compile\(asm\.buffer\)/,
      'const promise = WebAssembly.compileStreaming(fetch(binary.data))',
    )
    if (compiled === apart) throw new Error('hash-wasm compiles otherwise than it used to')
    return { code: compiled, map: null }
  },
}

type ModuleGraph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

const frontDoor = resolve(root, 'src/main.tsx')

const ofTablet = (files: readonly string[]) => files.map((file) => resolve(root, 'src/tablet', file))

/** What is loaded behind the lock screen while the officer types. */
const behindLock = ofTablet(['actions/unlock-vault.ts', 'actions/start-sync.ts', 'inside.tsx'])

/** What an officer loads on any day of registering. */
const daily = [
  ...behindLock,
  ...ofTablet([
    'screens/look-up/look-up-screen.tsx',
    'screens/person/person-screen.tsx',
    'screens/person/person-detail.tsx',
    'screens/register/register-screen.tsx',
  ]),
]

/** Whether a module runs before any of `roots` can: they themselves and what they import, all the way down. */
function neededBy(roots: readonly string[]): (id: string, graph: ModuleGraph) => boolean {
  const known = new WeakMap<ModuleGraph, Set<string>>()
  return (id, graph) => {
    let needed = known.get(graph)
    if (!needed) {
      needed = new Set(roots)
      for (const one of needed) for (const next of graph.getModuleInfo(one)?.importedIds ?? []) needed.add(next)
      known.set(graph, needed)
    }
    return needed.has(id)
  }
}

/** No screen can stand before these have run. */
const isInitial = neededBy([frontDoor])
const isBehindLock = neededBy(behindLock)
const isDaily = neededBy(daily)

const fromTablet = (id: string) => /\/src\/(text\/)?tablet\//.test(id)

/** Only the office has forms of react-hook-form. */
const fromOffice = (moduleId: string | null | undefined) =>
  /\/src\/(text\/|protocol\/)?office\/|\/node_modules\/react-hook-form\//.test(moduleId ?? '')

export default defineConfig({
  root,
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(buildVersion()) },
  build: {
    target: 'es2023',
    // The server keeps serving the files of earlier releases from elsewhere; this folder is one release.
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Every browser that the target means knows it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Fewer and larger files compress better, and what seldom changes is not fetched again with each release.
        codeSplitting: {
          groups: [
            // A cold start waits for the entry and for this, and for nothing else. The office stands on it too.
            { name: 'kit', test: (id) => !fromTablet(id) && id !== frontDoor, tags: ['$initial'] },
            { name: 'zod', test: /\/node_modules\/zod\/|\/lean-zod\.ts$/ },
            { name: 'tablet-kit', test: /\/node_modules\/dexie\// },
            // Of what looking up and registering need, what the office needs too, and what is the tablet's own. What they do
            // not need stays out, or each day's work would load it; and nothing of the office may come in here.
            {
              name: (id, context) => (!fromTablet(id) && !fromOffice(id) && isDaily(id, context) ? 'shared' : null),
              debugName: 'shared',
              minShareCount: 2,
            },
            {
              name: (id, context) =>
                fromTablet(id) && !isInitial(id, context) && isBehindLock(id, context) ? 'session' : null,
              debugName: 'session',
            },
            {
              name: (id, context) =>
                fromTablet(id) && !isInitial(id, context) && isDaily(id, context) ? 'screens' : null,
              debugName: 'screens',
              minShareCount: 2,
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
  worker: { format: 'es', plugins: () => [withoutForeignWasm, wasmOfKeyDerivation] },
  resolve: {
    alias: [
      { find: /^zod$/, replacement: resolve(root, 'src/protocol/lean-zod.ts') },
      // The same libraries without the code for browsers, and for Reacts, that cannot run this app anyway.
      { find: /^use-sync-external-store\/shim\/index\.js$/, replacement: 'react' },
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
    englishApart,
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
