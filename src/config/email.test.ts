// Where mail goes: to the server that SMTP_URL names, and without one into a file.
import { afterEach, describe, expect, it } from '@jest/globals'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EmailAdapter, Payload } from 'payload'
import { email } from './email.ts'

const before = { ...process.env }
const open: (() => Promise<unknown>)[] = []

afterEach(async () => {
  process.env.SMTP_URL = before.SMTP_URL ?? ''
  process.env.MAIL_FROM = before.MAIL_FROM ?? ''
  process.env.DATA_DIR = before.DATA_DIR
  await Promise.all(open.splice(0).map((close) => close()))
})

const message = {
  to: 'reader@test.test',
  subject: 'Hello',
  text: 'Plain words',
  html: '<p>Words</p>',
}

const adapterOf = async (warnings: string[] = []) => {
  const adapter = (await email()) as EmailAdapter
  const logger = { warn: ({ msg }: { msg: string }) => warnings.push(msg) }
  return adapter({ payload: { logger } as unknown as Payload })
}

describe('email', () => {
  it('is a file that the log names when there is no SMTP_URL', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-mail-'))
    open.push(() => rm(folder, { recursive: true }))
    process.env.SMTP_URL = ''
    process.env.DATA_DIR = folder
    const warnings: string[] = []
    const { sendEmail } = await adapterOf(warnings)
    await sendEmail(message)
    const [name = ''] = await readdir(path.join(folder, 'mail'))
    const file = path.join(folder, 'mail', name)
    expect(warnings.join()).toContain(file)
    const eml = await readFile(file, 'utf8')
    for (const part of ['To: reader@test.test', 'Subject: Hello', 'Plain words', '<p>Words</p>']) {
      expect(eml).toContain(part)
    }
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  it('goes to the server that SMTP_URL names, from MAIL_FROM', async () => {
    const { port, received } = await startSmtp()
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
    process.env.MAIL_FROM = 'Northlight <cms@northlight.test>'
    const { sendEmail } = await adapterOf()
    await sendEmail(message)
    expect(received()).toMatch(/MAIL FROM:<cms@northlight\.test>/)
    expect(received()).toMatch(/RCPT TO:<reader@test\.test>/)
    expect(received()).toMatch(/From: Northlight <cms@northlight\.test>/)
    expect(received()).toContain('Plain words')
  })

  it('fails when the server does not take it', async () => {
    process.env.SMTP_URL = 'smtp://127.0.0.1:1'
    process.env.MAIL_FROM = 'cms@northlight.test'
    const { sendEmail } = await adapterOf()
    await expect(sendEmail(message)).rejects.toThrow()
  })

  it.each([
    '"a, b@evil.test"@example.com',
    '"eve@evil.test"@example.com',
    '"eve@evil.test;"@x.test',
  ])('goes to %s and to nobody that it seems to name', async (to) => {
    const { port, received } = await startSmtp()
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
    process.env.MAIL_FROM = 'cms@northlight.test'
    const { sendEmail } = await adapterOf()
    await sendEmail({ ...message, to })
    const recipients = [...received().matchAll(/RCPT TO:<(.*)>/g)].map(([, one]) => one)
    expect(recipients).toEqual([to])
  })

  it('may go to an email in any script, as a file too', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-mail-'))
    open.push(() => rm(folder, { recursive: true }))
    process.env.SMTP_URL = ''
    process.env.DATA_DIR = folder
    const { sendEmail } = await adapterOf()
    await sendEmail({ ...message, to: 'jörg@müller.de' })
    const [name = ''] = await readdir(path.join(folder, 'mail'))
    expect(await readFile(path.join(folder, 'mail', name), 'utf8')).toContain(
      'To: jörg@müller.de\r\n',
    )
  })
})

/** RFC 5321, as much of it as one mail takes. */
const startSmtp = async (): Promise<{ port: number; received: () => string }> => {
  let received = ''
  const answer = (socket: Socket) => {
    let isData = false
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      received += text
      if (isData) {
        if (text.endsWith('\r\n.\r\n')) {
          isData = false
          socket.write('250 taken\r\n')
        }
        return
      }
      for (const line of text.split('\r\n').filter(Boolean)) {
        isData = line === 'DATA'
        socket.write(isData ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n')
      }
    })
    socket.on('error', () => undefined)
  }
  const server: Server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    received: () => received,
  }
}
