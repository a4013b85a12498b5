// The order of the test files. Where nothing is known of an earlier run, Jest begins with the largest; those
// that start servers and browsers take longest, so they come first and none of them runs alone at the end.
import sequencer from '@jest/test-sequencer'

const Sequencer = sequencer.default ?? sequencer

const SLOW = [
  /\/test\/browser\//,
  /\/test\/(process|upgrades)\//,
  /\/canar|\/fieldRules|\/hiddenRef/,
]

const rankOf = ({ path }) => {
  const rank = SLOW.findIndex((one) => one.test(path))
  return rank === -1 ? SLOW.length : rank
}

export default class SlowFirst extends Sequencer {
  sort(tests) {
    // A stable sort: within a rank, Jest's own order.
    return super.sort(tests).sort((a, b) => rankOf(a) - rankOf(b))
  }
}
