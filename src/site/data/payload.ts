/** The process's one Payload instance. */
import config from '@payload-config'
import { getPayload } from 'payload'

export const payloadOf = () => getPayload({ config })
