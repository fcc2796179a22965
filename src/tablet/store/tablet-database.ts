// The tables of one profile's database.
import { Dexie } from 'dexie'

export class TabletDatabase extends Dexie {}
