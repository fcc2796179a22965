// Screens that are loaded when they are first needed.
import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

/** A part of the app could not be loaded: not stored on this tablet and no network, or gone with an older version. */
export class MissingPart extends Error {
  constructor(cause: unknown) {
    super('a part of the app could not be loaded', { cause })
    this.name = 'MissingPart'
  }
}

/** Like React's `lazy`, for a named component; fails with MissingPart. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await load() }
    } catch (cause) {
      throw new MissingPart(cause)
    }
  })
}
