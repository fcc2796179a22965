/** File that marks a data folder as the demo's. The real start refuses such a folder; the demo refuses any other. */
export const demoMark = 'THIS-IS-A-DEMO'
