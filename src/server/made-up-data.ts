/** File that marks a data folder whose people are made up. The real start refuses such a folder; the demo refuses any other. */
export const madeUpDataMark = 'THIS-IS-A-DEMO'
