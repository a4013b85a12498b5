// Jest's own loader cannot read our TypeScript here, so it is compiled as the server's is.
import { load } from '../../scripts/compile.mjs'

const globalSetup = async () => {
  const { startCluster } = await load('test/support/cluster.ts')
  await startCluster()
}

export default globalSetup
