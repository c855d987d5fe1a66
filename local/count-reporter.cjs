const { writeFileSync } = require('node:fs')
const { reporters, Runner } = require('mocha')

/** Prints like `spec`, and leaves the counts in the file of the option `output`, for the last line of `npm test`. */
module.exports = class CountReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats
      writeFileSync(
        options.reporterOption.output,
        JSON.stringify({ passed: passes, failed: failures, skipped: pending }),
      )
    })
  }
}
