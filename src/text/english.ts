// Where the English words come from. Run from its sources the app has both languages at hand. In the build English lies in
// a file of its own, which only who reads English loads: vite.english.ts puts another module in the place of this one.

/** Brings the English words; null when they are at hand. */
export const loadEnglish: (() => Promise<void>) | null = null
