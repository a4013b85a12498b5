// Memory over many requests, one in five of them hostile.
import { renditionUrl, type Place } from './setUp.ts'

const HOSTILE = (id: string, n: number): Request => {
  const addresses = [
    renditionUrl(id, 'w_60000'),
    renditionUrl(id, 'l_text:Arial_50:x'),
    `http://bench.test/media/image/upload/s--AAAAAAAA--/w_${n}/v1/${id}`,
    `http://bench.test/media/image/upload/w_${n}/v1/${id}`,
    `http://bench.test/media/raw/upload/v1/..%2f..%2fetc/passwd${n}`,
    `http://bench.test/media/image/upload/v1/${'x/'.repeat(5000)}${n}`,
    `http://bench.test/media/image/authenticated/v1/${id}?e=99999999999&a=member`,
    `http://bench.test/media/image/upload/v1/bench/none/media/${n}`,
  ]
  return new Request(addresses[n % addresses.length]!, {
    headers: { range: `bytes=${n}-`, accept: 'x'.repeat(500) },
  })
}

export const measureMemory = async ({
  ids,
  place,
  requests,
}: {
  place: Place
  ids: string[]
  requests: number
}): Promise<string[]> => {
  const rss = (): number => Math.round(process.memoryUsage.rss() / 1024 / 1024)
  const rows = [`| at the start | ${rss()} |`]
  let unforeseen = 0
  for (let n = 1; n <= requests; n += 1) {
    const id = ids[n % ids.length]!
    // Every 25th is a size that nobody has asked for yet; most are in the cache.
    const width = n % 25 === 1 ? 100 + (n % 1000) : 320
    const isHostile = n % 5 === 0
    const request = isHostile
      ? HOSTILE(id, n)
      : n % 10 === 2
        ? new Request(`http://bench.test/media/image/upload/v1/${id}`)
        : new Request(renditionUrl(id, `c_limit,w_${width}/f_webp,q_auto`))
    const response = await place.handle(request)
    await response.arrayBuffer()
    unforeseen += response.status >= 500 ? 1 : 0
    if (n === requests / 10 || n === requests / 2 || n === requests) {
      rows.push(`| after ${n.toLocaleString('en')} | ${rss()} |`)
    }
  }
  return [...rows, '', `Answers of 500 and above: ${unforeseen}.`]
}
