// A thin, far line in front of a server: every connection shares one bandwidth in each direction, and all bytes take half of
// the round trip to arrive, those that open a connection included.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type ShapedLine = {
  /** `http://localhost:<port>`: a secure context. */
  readonly url: string
  /** Bytes that have gone through so far. */
  readonly seen: { up: number; down: number }
  close(): Promise<void>
}

/** As much of one connection may wait in the line; then its sender waits, as it would for the window of TCP. */
const mostWaiting = 256 * 1024

/** One direction: what the connections of it send leaves one after the other at the line's speed, and arrives later. */
function startDirection(bytesPerSecond: number, delayMs: number) {
  const onTheWay: { at: number; arrived: () => void }[] = []
  let freeAt = 0
  const deliver = () => {
    let first = onTheWay[0]
    for (; first !== undefined && first.at <= performance.now(); first = onTheWay[0]) {
      onTheWay.shift()
      first.arrived()
    }
    if (first !== undefined) setTimeout(deliver, Math.max(0, first.at - performance.now()))
  }
  return {
    carry(bytes: number, arrived: () => void): void {
      freeAt = Math.max(performance.now(), freeAt) + (bytes / bytesPerSecond) * 1000
      // One clock for all of them: what was sent first arrives first.
      if (onTheWay.push({ at: freeAt + delayMs, arrived }) === 1) setTimeout(deliver, delayMs)
    },
  }
}

type Direction = ReturnType<typeof startDirection>

function pump(from: Socket, to: Socket, direction: Direction, count: (bytes: number) => void): void {
  let waiting = 0
  from.on('data', (whole: Buffer) => {
    // In packets, so that another connection's bytes come in between.
    for (let at = 0; at < whole.length; at += 1460) {
      const piece = whole.subarray(at, at + 1460)
      waiting += piece.length
      count(piece.length)
      direction.carry(piece.length, () => {
        waiting -= piece.length
        if (!to.destroyed) to.write(piece)
        if (waiting < mostWaiting) from.resume()
      })
    }
    if (waiting >= mostWaiting) from.pause()
  })
  from.on('end', () => direction.carry(0, () => to.end()))
  from.on('close', () => direction.carry(0, () => to.destroy()))
}

/** Opens such a line to a server on this machine. @param line of both directions alike; `roundTripMs` there and back. */
export async function openShapedLine(
  targetPort: number,
  line: { bytesPerSecond: number; roundTripMs: number },
): Promise<ShapedLine> {
  const sockets = new Set<Socket>()
  const seen = { up: 0, down: 0 }
  const up = startDirection(line.bytesPerSecond, line.roundTripMs / 2)
  const down = startDirection(line.bytesPerSecond, line.roundTripMs / 2)
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    return socket
  }
  const server = createServer({ pauseOnConnect: true }, (near) => {
    keep(near)
    // A connection stands after one round trip; nothing is sent before.
    setTimeout(() => {
      const far = keep(connect(targetPort, '127.0.0.1'))
      pump(near, far, up, (bytes) => (seen.up += bytes))
      pump(far, near, down, (bytes) => (seen.down += bytes))
      near.resume()
    }, line.roundTripMs)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
