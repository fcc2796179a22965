// The one Trusted Types policy of the app. Under `require-trusted-types-for 'script'` nothing else can start a worker or
// register a service worker, and this lets pass only scripts that our own build put on our own server.

type Policy = { createScriptURL: (url: string) => unknown }
type PolicyFactory = {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes

/**
 * Whether this is the address of a script of our own build.
 * @throws TypeError when it is not.
 */
export function checkOwnScript(url: string): string {
  const { origin, pathname } = new URL(url, location.origin)
  const ours = pathname === '/sw.js' || pathname.startsWith('/assets/') || import.meta.env.DEV
  if (origin !== location.origin || !ours) throw new TypeError('not a script of this app')
  return url
}

const policy = factory?.createPolicy('app', { createScriptURL: checkOwnScript })

/**
 * Marks the address of one of our own workers as fit to run: `new Worker(ownScript(workerUrl), { type: 'module' })`,
 * with `import workerUrl from './x.worker.ts?worker&url'`.
 * @throws TypeError for any other address.
 */
export function ownScript(url: string): string {
  return (policy ? policy.createScriptURL(url) : checkOwnScript(url)) as string
}
