// The front door: the office lives under /office, everything else is the tablet. The tablet's first screen comes with the
// page, because a cold start waits for every request that follows another; the office, and all that is behind the lock, is
// loaded only where it is used.
import './ui/ui.css'
import { start } from './tablet/start.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// Otherwise zod tries out whether it may make code from text, which our Trusted Types forbid and report. This is where its
// `config` keeps its settings; importing it here would make every cold start wait for zod.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

if (/^\/office(\/|$)/.test(location.pathname)) void import('./office/start.tsx').then((office) => office.start(root))
else start(root)
