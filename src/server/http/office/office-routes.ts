// Every address of the office's interface.
import type { ServerTools } from '../../tools.ts'
import type { App } from '../app-type.ts'
import { exportRoutes } from './export-routes.ts'
import { importRoutes } from './import-routes.ts'
import { listEditRoutes } from './list-edit-routes.ts'
import { payeeRoutes } from './payee-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { periodRoutes } from './period-routes.ts'
import { quarantineRoutes } from './quarantine-routes.ts'
import { registrationRoutes } from './registration-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { tabletRoutes } from './tablet-routes.ts'

/** Adds the office's routes. */
export function officeRoutes(app: App, tools: ServerTools): void {
  sessionRoutes(app, tools)
  staffRoutes(app, tools)
  tabletRoutes(app, tools)
  peopleRoutes(app, tools)
  listEditRoutes(app, tools)
  registrationRoutes(app, tools)
  quarantineRoutes(app, tools)
  importRoutes(app, tools)
  exportRoutes(app, tools)
  periodRoutes(app, tools)
  payeeRoutes(app, tools)
}
