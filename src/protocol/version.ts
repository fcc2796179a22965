// The version of what tablet and server say to each other, and the oldest one that is still served.

export const protocolVersion = 1
export const oldestServedVersion = 1

/** Every answer that a tablet reads carries it; an answer without it is "no connection". */
export const answerHeader = 'tan-nha'
/** Which build a tablet runs. */
export const appHeader = 'tan-nha-app'

export const apiBase = '/api/v1'
