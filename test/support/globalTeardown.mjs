// Jest's own loader cannot read our TypeScript here, so it is compiled as the server's is.
import { load } from '../../scripts/compile.mjs'

const globalTeardown = async () => {
  const { stopCluster } = await load('test/support/cluster.ts')
  await stopCluster()
}

export default globalTeardown
