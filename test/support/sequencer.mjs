// The order of the test files. Where nothing is known of an earlier run, Jest begins with the largest. Those that
// start servers and browsers take longest, and two of them at once starve each other: they are spread over the
// run, one and then a few others, and none of them is left for the end.
import sequencer from '@jest/test-sequencer'

const Sequencer = sequencer.default ?? sequencer

/** Takes longest by far, and is short: its parts are in a folder. */
const LONGEST = /\/test\/browser\/demo\./

const SLOW = /\/test\/(browser|process|upgrades)\/|\/(canar|fieldRules|hiddenRef|serverFunction)/

/** The part of the run over which they are spread. */
const SPREAD = 0.8

export default class SpreadSlow extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const slow = sorted
      .filter(({ path }) => SLOW.test(path))
      .sort((a, b) => Number(LONGEST.test(b.path)) - Number(LONGEST.test(a.path)))
    const others = sorted.filter(({ path }) => !SLOW.test(path))
    const between = Math.floor((others.length * SPREAD) / Math.max(1, slow.length))
    const spread = slow.flatMap((test) => [test, ...others.splice(0, between)])
    return [...spread, ...others]
  }
}
