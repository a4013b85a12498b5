// The order of the test files. Where nothing is known of an earlier run, Jest begins with the largest. What takes
// long and needs no build comes first, since `npm test` builds meanwhile. Those that start servers and browsers
// take longest, and two of them at once starve each other: they are spread over the rest of the run, one and then
// a few others, and none of them is left for the end.
import sequencer from '@jest/test-sequencer'
import { needsBuild } from './needsBuild.mjs'

const Sequencer = sequencer.default ?? sequencer

/** Takes longest by far, and is short: its parts are in a folder. */
const LONGEST = /\/test\/browser\/demo\./

const LONG =
  /\/(canaries|canaryPreviews|deadReferences|fieldRules|firstAlone|hiddenReferences|offers|publishing|reviewed|richText|runInChild|searchedWords)\.test\./

/** The part of the run over which they are spread. */
const SPREAD = 0.8

export default class SpreadSlow extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const slow = sorted
      .filter(({ path }) => needsBuild(path))
      .sort((a, b) => Number(LONGEST.test(b.path)) - Number(LONGEST.test(a.path)))
    const others = sorted.filter((test) => !slow.includes(test))
    const first = others.filter(({ path }) => LONG.test(path))
    const rest = others.filter((test) => !first.includes(test))
    const between = Math.floor((rest.length * SPREAD) / Math.max(1, slow.length))
    const spread = slow.flatMap((test) => [test, ...rest.splice(0, between)])
    return [...first, ...spread, ...rest]
  }
}
