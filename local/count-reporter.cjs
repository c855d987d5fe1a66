const { writeFileSync } = require('node:fs')
const { reporters, Runner } = require('mocha')

/** Prints like `spec`, and leaves what came out in the file of the option `output`, for the last lines of `npm test`. */
module.exports = class CountReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const faults = []
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test, { stack, message }) =>
      faults.push({ test: test.fullTitle(), error: stack ?? message ?? '' }),
    )
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats
      const counts = { passed: passes, failed: failures, skipped: pending, faults }
      writeFileSync(options.reporterOption.output, JSON.stringify(counts))
    })
  }
}
