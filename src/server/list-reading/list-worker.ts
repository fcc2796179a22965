// The worker's side: one file, read and understood, then the thread ends. It holds no database and no keys.
import { parentPort, workerData } from 'node:worker_threads'
import { type ListTask, understandFile } from './understand-file.ts'

parentPort?.postMessage(understandFile(workerData as ListTask))
