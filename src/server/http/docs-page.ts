// The readable page of the interface, written as plain HTML on the server.
import { allProblems } from './problems.ts'

export const docsStyle = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
h2 { margin-top: 2.5rem; border-bottom: 2px solid #0b5d4b }
h3 { font-family: ui-monospace, monospace; font-size: 1rem; margin: 1.5rem 0 0.25rem }
.method { color: #0b5d4b; font-weight: bold }
pre { background: #f3f5f4; padding: 0.75rem; overflow: auto; font-size: 0.8rem }
summary { cursor: pointer; padding: 0.25rem 0 }
@media (prefers-color-scheme: dark) { body { background: #14181a; color: #e8e8e8 } pre { background: #1f2629 } .method { color: #7fd3bd } }
`

type Described = { paths?: Record<string, unknown> | undefined }

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const

/** @param document OpenAPI. @param base the path under which version 1 lives. */
export function docsPage(document: Described, base: string): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = memberOf(item, method)
      return operation === undefined ? [] : [{ path, method, operation, tag: tagOf(operation) }]
    }),
  )
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  const sections = tags.map((tag) => {
    const own = operations.filter((operation) => operation.tag === tag)
    return `<section><h2>${escape(tag)}</h2>${own.map(describe).join('')}</section>`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tận Nhà API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api/docs/style.css">
</head><body><h1>Tận Nhà API</h1><p>Base path <code>${escape(base)}</code>. The same as
<a href="/api/docs/openapi.json">OpenAPI</a>.</p>${sections.join('')}
${problemSection()}</body></html>`
}

/** Where the `type` of a problem document leads. */
function problemSection(): string {
  const each = allProblems.map(
    ({ code, status, title }) => `<h3 id="${code}">${code}</h3><p>${status}: ${escape(title)}</p>`,
  )
  return `<section><h2>problems</h2>${each.join('')}</section>`
}

function describe({ path, method, operation }: { path: string; method: string; operation: unknown }): string {
  const summary = memberOf(operation, 'summary')
  const security = memberOf(operation, 'security')
  const who = Array.isArray(security) ? security.flatMap((each: object) => Object.keys(each)).join(', ') : ''
  return `<h3><span class="method">${method.toUpperCase()}</span> ${escape(path)}</h3>
<p>${typeof summary === 'string' ? escape(summary) : ''} (${who === '' ? 'anyone' : escape(who)})</p>
${fold('Parameters', memberOf(operation, 'parameters'))}${fold('Body', memberOf(operation, 'requestBody'))}
${fold('Answers', memberOf(operation, 'responses'))}`
}

function fold(title: string, part: unknown): string {
  if (part === undefined) return ''
  return `<details><summary>${title}</summary><pre>${escape(JSON.stringify(part, null, 2))}</pre></details>`
}

function tagOf(operation: unknown): string {
  const tags = memberOf(operation, 'tags')
  return Array.isArray(tags) && typeof tags[0] === 'string' ? tags[0] : 'other'
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
