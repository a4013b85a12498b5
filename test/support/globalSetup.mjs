// Jest's own loader cannot read our TypeScript here, so it is compiled as the server's is.
import { load } from '../../scripts/compile.mjs'
import { handOverSignals } from '../../scripts/lib.mjs'

const globalSetup = async () => {
  const { startCluster } = await load('test/support/cluster.ts')
  await startCluster()
  // From now on the cluster ends first.
  handOverSignals()
}

export default globalSetup
