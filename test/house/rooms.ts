// The arrows of docs/house.md: which room of src/ may import which, and which packages it may use.
// A folder that no line here names may import nothing and be imported by nobody, so a new one is guarded from its first file.

export type Room = {
  /** Pattern of the files that live here. A group in it can be named as `$1` in `may`. */
  readonly files: string
  /** Patterns of the files of src/ that they may import besides each other. */
  readonly may: readonly string[]
  /** npm packages that they may use. */
  readonly packages: readonly string[]
  /** Whether Node's own modules exist here. */
  readonly node?: true
}

const domain = '^src/domain/'
const protocol = '^src/protocol/'
const ui = '^src/ui/'

/** What the server's rooms are handed; the two starts stand above them. */
const serverTools = '^src/server/(?!start|demo)[^/]+\\.ts$'

/** The wings' upper floors share this ground. */
const ground = [domain, protocol]

export const rooms: readonly Room[] = [
  { files: '^src/main\\.tsx$', may: ['^src/(tablet|office)/start\\.tsx$'], packages: ['react', 'react-dom', 'zod'] },
  { files: domain, may: [], packages: ['zod'] },
  { files: protocol, may: [domain], packages: ['zod', '@hpke/core'] },
  { files: ui, may: [], packages: ['react', 'react-dom', 'wouter', 'uqr'] },
  { files: '^src/text/', may: [domain], packages: [] },

  { files: '^src/tablet/store/', may: ground, packages: ['dexie', 'zod', 'hash-wasm', 'uuid'] },
  { files: '^src/tablet/sync/', may: [...ground, '^src/tablet/store/'], packages: ['zod'] },
  {
    files: '^src/tablet/actions/',
    // A worker may only be started through the page's one Trusted Types policy.
    may: [...ground, '^src/tablet/(store|sync)/', '^src/ui/trusted-script\\.ts$'],
    packages: ['zod', 'uuid', 'zxing-wasm'],
  },
  {
    files: '^src/tablet/frame/',
    may: [...ground, ui, '^src/text/', '^src/tablet/actions/'],
    packages: ['react', 'wouter', 'workbox-window'],
  },
  {
    files: '^src/tablet/screens/([^/]+)/',
    may: [...ground, ui, '^src/text/', '^src/tablet/(actions|frame)/', '^src/tablet/screens/$1/'],
    packages: ['react', 'wouter', 'zod'],
  },
  {
    files: '^src/tablet/[^/]+\\.tsx?$',
    may: [...ground, ui, '^src/text/', '^src/tablet/'],
    packages: ['react', 'react-dom', 'wouter', 'workbox-window', 'uuid', 'hash-wasm'],
  },

  { files: '^src/office/actions/', may: ground, packages: ['zod', 'uuid'] },
  {
    files: '^src/office/frame/',
    may: [...ground, ui, '^src/text/', '^src/office/actions/'],
    packages: ['react', 'wouter'],
  },
  {
    files: '^src/office/screens/([^/]+)/',
    may: [...ground, ui, '^src/text/', '^src/office/(actions|frame)/', '^src/office/screens/$1/'],
    packages: ['react', 'react-hook-form', 'wouter', 'zod'],
  },
  {
    files: '^src/office/[^/]+\\.tsx?$',
    may: [...ground, ui, '^src/text/', '^src/office/'],
    packages: ['react', 'react-dom', 'wouter'],
  },

  {
    files: '^src/server/store/',
    may: [...ground, serverTools],
    packages: ['kysely', 'pg', 'zod', 'uuid'],
    node: true,
  },
  // Tables as spreadsheet files, written in a thread of their own.
  { files: '^src/server/sheet-writing/', may: ground, packages: ['zod', '@e965/xlsx'], node: true },
  // Files as communes keep them, read in a worker with limits.
  { files: '^src/server/list-reading/', may: ground, packages: ['zod', 'uuid', '@e965/xlsx'], node: true },
  {
    files: '^src/server/actions/',
    may: [...ground, '^src/server/(store|list-reading|sheet-writing)/', serverTools],
    packages: ['zod', 'uuid', '@node-rs/argon2'],
    node: true,
  },
  {
    files: '^src/server/http/',
    may: [...ground, '^src/server/actions/', serverTools],
    packages: [
      'zod',
      'fastify',
      'fastify-type-provider-zod',
      '@fastify/compress',
      '@fastify/cookie',
      '@fastify/rate-limit',
      '@fastify/static',
      '@fastify/swagger',
    ],
    node: true,
  },
  { files: '^src/server/demo/', may: [...ground, '^src/server/'], packages: ['zod', 'uqr', '@e965/xlsx'], node: true },
  {
    files: '^src/server/[^/]+\\.ts$',
    may: [...ground, '^src/server/'],
    packages: ['zod', 'fastify', 'kysely', 'pino', 'uuid', 'uqr'],
    node: true,
  },
]
