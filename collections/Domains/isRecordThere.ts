// What DNS says of a domain's record, now.
import { recordName } from './dnsRecord.ts'
import { lookUpTxt } from './resolver.ts'

/** `unknown` when DNS did not answer: that says nothing about the record. */
export type RecordState = 'there' | 'missing' | 'unknown'

export const isRecordThere = async ({
  host,
  token,
}: {
  host: string
  token: string
}): Promise<RecordState> => {
  const answer = await lookUpTxt(recordName(host))
  if (answer.kind === 'unavailable') {
    return 'unknown'
  }
  // An empty token would be found in an empty record.
  return token !== '' && answer.values.includes(token) ? 'there' : 'missing'
}
