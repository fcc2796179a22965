// The front door: the office lives under /office, everything else is the tablet. Each wing is loaded only where it is used.
import './ui/ui.css'
import { config } from 'zod'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// Otherwise zod tries out whether it may make code from text, which our Trusted Types forbid and report.
config({ jitless: true })

const isOffice = /^\/office(\/|$)/.test(location.pathname)
const { start } = await (isOffice ? import('./office/start.tsx') : import('./tablet/start.tsx'))
start(root)
