// Jest's own loader cannot read our TypeScript here, so tsx does.
import { register } from 'tsx/esm/api'

const setup = async () => {
  const unregister = register()
  const { startCluster } = await import('./cluster.ts')
  await startCluster()
  await unregister()
}

export default setup
