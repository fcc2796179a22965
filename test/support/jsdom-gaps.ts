// What browsers have and jsdom lacks, as far as screens with the real store and sync under them need it.
import { Blob } from 'node:buffer'
import type { Tools } from '../../src/tablet/actions/session.ts'

type Work = (lock: Lock | null) => unknown

/** Locks of the only tab there is: each is granted at once. */
export const onlyTab = {
  request: async (name: string, options: LockOptions | Work, work?: Work) =>
    (work ?? (options as Work))({ name, mode: 'exclusive' }),
} as Tools['locks']

/** Blobs that can be streamed, dialogs that open, scrolling, a narrow window, addresses of blobs. */
export function fillJsdomGaps(): void {
  Object.assign(globalThis, { Blob })
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
  }
  HTMLElement.prototype.scrollIntoView ??= () => undefined
  globalThis.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { media, matches: false }) as unknown as MediaQueryList
  URL.createObjectURL = () => 'blob:made-up'
  URL.revokeObjectURL = () => undefined
}
