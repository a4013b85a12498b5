// Binds the port before anything slow begins, so that a taken one is told at once.
import type { Server } from 'node:http'
import { startError } from '../fail.ts'

/** @returns the port, which the system chose when 0 was asked for. */
export const listen = ({
  host,
  port,
  server,
}: {
  host: string
  port: number
  server: Server
}): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (err: NodeJS.ErrnoException) =>
      reject(startError(sentenceFor({ err, host, port }))),
    )
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

const sentenceFor = ({
  err,
  host,
  port,
}: {
  err: NodeJS.ErrnoException
  host: string
  port: number
}): string => {
  switch (err.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`
    case 'EACCES':
      return `Port ${port} needs more rights than you have. Choose one above 1024: PORT=3000 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is “${host}”, which is no address of this machine. Use 127.0.0.1 or 0.0.0.0.`
    default:
      return `The server cannot listen on ${host}:${port} (${err.code ?? err.message}).`
  }
}
