import { describeDriver } from '../media/conformance.ts'
import { startBench } from './testSupport.ts'

describeDriver('cloudinary', async () => {
  const { driver, stop } = await startBench({
    options: { patience: {} },
    standIn: { limits: { raw: 20_000_000 } },
  })
  return { driver, account: 'demo', stop }
})
