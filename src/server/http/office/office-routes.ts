// Every address of the office's interface.
import type { ServerTools } from '../../tools.ts'
import type { App } from '../app-type.ts'

/** Adds the office's routes. */
export function officeRoutes(_app: App, _tools: ServerTools): void {}
