// The server's front: what every request passes, in order, and every route.
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import Fastify, { LogController, type RawServerDefault } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ServerTools } from '../tools.ts'
import type { App } from './app-type.ts'
import { compression } from './compression.ts'
import { apiDocs } from './docs-routes.ts'
import { enrolmentRoutes } from './enrolment-routes.ts'
import { handleErrors } from './errors.ts'
import { guardRoutes } from './guard.ts'
import { addHeaders, setHeaders } from './headers.ts'
import { healthRoutes } from './health-routes.ts'
import { officeRoutes } from './office/office-routes.ts'
import { sendProblem } from './problems.ts'
import { limitProfiles, limitRates } from './rate-limits.ts'
import { readBodies } from './read-body.ts'
import { certificateRoutes } from './certificate-routes.ts'
import { changeRoutes } from './change-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import { photoRoutes } from './photo-routes.ts'
import { recoveryRoutes } from './recovery-routes.ts'
import { sealedFileRoutes } from './sealed-file-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { staticFiles } from './static-files.ts'
import { closeStalled } from './stalls.ts'
import { writeAnswers } from './write-answers.ts'
import { writeRequestLog } from './request-log.ts'

const wholeRequestMs = 30 * 60_000

/** Everything that answers, ready to listen or to be asked directly. */
export async function makeApp(tools: ServerTools): Promise<App> {
  const { settings } = tools
  const app: App = Fastify<RawServerDefault>({
    loggerInstance: tools.log,
    genReqId: tools.newId,
    trustProxy: (_address: string, hop: number) => hop < settings.trustedProxies,
    bodyLimit: settings.limits.jsonBytes,
    requestTimeout: wholeRequestMs,
    http: { headersTimeout: settings.limits.stallMs },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { caseSensitive: true, maxParamLength: 200 },
    exposeHeadRoutes: true,
    logController: new LogController({ disableRequestLogging: true }),
    // An address that cannot be decoded is refused before any hook has run.
    frameworkErrors: (_error, request, reply) => {
      setHeaders(request, reply)
      void sendProblem(reply, 'invalid_request')
    },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  writeAnswers(app)

  handleErrors(app)
  writeRequestLog(app)
  closeStalled(app, settings.limits.stallMs)
  addHeaders(app)
  await app.register(compress, compression)
  await app.register(cookie)
  await limitRates(app, tools)
  guardRoutes(app, tools)
  limitProfiles(app, tools)
  readBodies(app, settings.limits)

  await apiDocs(app)
  healthRoutes(app, tools)
  enrolmentRoutes(app, tools)
  recordRoutes(app, tools)
  photoRoutes(app, tools)
  changeRoutes(app, tools)
  contactRoutes(app, tools)
  certificateRoutes(app, tools)
  recoveryRoutes(app, tools)
  sealedFileRoutes(app, tools)
  officeRoutes(app, tools)
  await staticFiles(app, tools)
  return app
}
