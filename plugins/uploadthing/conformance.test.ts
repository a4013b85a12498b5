// What every driver promises, for this one: with private files, and on a plan without them.
import { startUploadthing } from '../../test/support/uploadthing/index.ts'
import { describeDriver } from '../media/conformance.ts'
import { uploadthingDriver } from './driver.ts'
import { uploadthingOptions } from './fromEnvironment.ts'

describeDriver('uploadthing', async () => {
  const { appId, env, stop } = await startUploadthing()
  return { account: appId, driver: uploadthingDriver(uploadthingOptions(env)!), stop }
})

describeDriver('uploadthing, without private files', async () => {
  const { appId, env, stop } = await startUploadthing({ canOverrideAcl: false })
  const options = uploadthingOptions({ ...env, UPLOADTHING_ACL: 'public-read' })!
  return { account: appId, driver: uploadthingDriver(options), stop }
})
