// A TCP proxy in front of a server, whose connections can be cut, refused or silenced: an outage and
// a dead network as a client sees them, on one address that stays.
import { connect, createServer, type Socket } from 'node:net'

export type TcpProxy = {
  port: number
  /** Connections that clients hold right now. */
  count: () => number
  /** Cuts every connection. */
  cut: () => void
  /** Cuts every connection and refuses new ones until `admit`. */
  refuse: () => void
  admit: () => void
  /** Passes nothing on any more, in either direction, without closing anything, until `speak`. */
  silence: () => void
  speak: () => void
  stop: () => Promise<void>
}

export const startTcpProxy = async ({ port: target }: { port: number }): Promise<TcpProxy> => {
  const sockets = new Set<Socket>()
  const clients = new Set<Socket>()
  let isRefusing = false
  let isSilent = false
  const server = createServer((client) => {
    if (isRefusing) {
      client.resetAndDestroy()
      return
    }
    const upstream = connect(target, '127.0.0.1')
    clients.add(client)
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => {
        if (!isSilent) {
          to.write(bytes)
        }
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        sockets.delete(from)
        clients.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const cut = (): void => sockets.forEach((socket) => socket.destroy())
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    count: () => clients.size,
    cut,
    refuse: () => {
      isRefusing = true
      cut()
    },
    admit: () => {
      isRefusing = false
    },
    silence: () => {
      isSilent = true
    },
    speak: () => {
      isSilent = false
    },
    stop: () =>
      new Promise((resolve) => {
        cut()
        server.close(() => resolve())
      }),
  }
}
