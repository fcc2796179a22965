// The log: ids, counts, kinds and codes. What is not on the list below is not written, so that no personal data can
// slip in with an error, a URL or a header.
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'

/** Members a log line may have beside pino's own. */
const allowed = new Set([
  'reqId',
  'method',
  'route',
  'status',
  'ms',
  'bytes',
  'code',
  'kind',
  'count',
  'profileId',
  'staffId',
  'recordId',
  'importId',
  'commune',
  'seq',
  'epoch',
  'port',
  'database',
  'error',
  'where',
])

/** What may be said of an error: its class, its code and where it was thrown; never its message. */
export function describeError(error: unknown): { error: string; code?: string; where?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/^at /, ''))
    .join(' < ')
  return { error: error.name, ...(code && { code }), ...(where && { where }) }
}

/** @param destination where lines go; standard output when left out. */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }), log: onlyAllowed },
    hooks: { logMethod: withoutErrorMessages },
  }
  return destination ? pino(options, destination) : pino(options)
}

function onlyAllowed(line: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(line)) {
    if (!allowed.has(key)) continue
    if (typeof value === 'number' || typeof value === 'boolean') kept[key] = value
    if (typeof value === 'string') kept[key] = value.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 1000)
  }
  return kept
}

/** pino would take an error's own message for the line's: a message may quote what somebody sent. */
const withoutErrorMessages: NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']> = function (args, method) {
  const [first, ...rest] = args as unknown[]
  const error = first instanceof Error ? first : isRecord(first) && first['err'] instanceof Error ? first['err'] : null
  const line = error === null ? args : [describeError(error), ...(rest.length > 0 ? rest : ['an error'])]
  return method.apply(this, line as Parameters<typeof method>)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
