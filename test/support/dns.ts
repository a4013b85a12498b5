// A name server for tests: UDP on loopback, TXT records, everything else is not there.
import { createSocket } from 'node:dgram'

export type NameServer = {
  /** For `DNS_SERVERS`. */
  address: string
  /** The TXT records of a name; none any more with an empty list. */
  setTxt: (name: string, values: string[]) => void
  stop: () => Promise<void>
}

/** RFC 1035 §4.1.1: response codes, and §3.2: types and classes. */
const NO_ERROR = 0
const NAME_ERROR = 3
const TXT = 16
const IN = 1
const HEADER_LENGTH = 12

export const startNameServer = async (): Promise<NameServer> => {
  const records = new Map<string, string[]>()
  const socket = createSocket('udp4')
  socket.on('message', (query, { address, port }) => {
    socket.send(answerTo({ query, records }), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    setTxt: (name, values) => void records.set(name.toLowerCase(), values),
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

const answerTo = ({
  query,
  records,
}: {
  query: Buffer
  records: ReadonlyMap<string, string[]>
}): Buffer => {
  const { end, name, type } = questionOf(query)
  const known = records.get(name)
  const values = type === TXT ? (known ?? []) : []
  const header = Buffer.alloc(HEADER_LENGTH)
  query.copy(header, 0, 0, 2)
  // A response, authoritative, recursion as it was asked for and available.
  header.writeUInt16BE(
    0x8480 | (query.readUInt16BE(2) & 0x0100) | (known ? NO_ERROR : NAME_ERROR),
    2,
  )
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(values.length, 6)
  return Buffer.concat([header, query.subarray(HEADER_LENGTH, end), ...values.map(txtRecord)])
}

/** The one question of a query: labels, each after its length, then type and class. */
const questionOf = (query: Buffer): { end: number; name: string; type: number } => {
  const labels: string[] = []
  let at = HEADER_LENGTH
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { end: at + 5, name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1) }
}

/** RFC 1035 §3.3.14: a value in pieces of at most 255 bytes. The name points at the question. */
const txtRecord = (value: string): Buffer => {
  const bytes = Buffer.from(value)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length || at === 0; at += 255) {
    const piece = bytes.subarray(at, at + 255)
    pieces.push(Buffer.from([piece.length]), piece)
  }
  const data = Buffer.concat(pieces)
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc000 | HEADER_LENGTH, 0)
  head.writeUInt16BE(TXT, 2)
  head.writeUInt16BE(IN, 4)
  head.writeUInt32BE(0, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
