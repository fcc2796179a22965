import { liveSeeds } from '../support/live-seeds.ts'

liveSeeds(1)
