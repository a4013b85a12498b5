// Stops what globalSetup started.
import { register } from 'tsx/esm/api'

const teardown = async () => {
  const unregister = register()
  const { stopCluster } = await import('./cluster.ts')
  await stopCluster()
  await unregister()
}

export default teardown
