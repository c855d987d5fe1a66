import type { Messages } from '../arguments.ts'
import type { NominatingArguments } from '../partner-nominating.ts'

export const nominating: Messages<NominatingArguments> = {
  reconsiderMeans: 'You can think again until the last day for nominations: {lastDay}.',
  reconsider: 'We nominate somebody after all',
  nominateLink: 'Nominate a candidate',
  spreadsheetLink: 'Nominate several, from a spreadsheet',
  limitLine: '{programme}: {nominated} nominated as the first wish, {limit} at most',
  unlimitedLine: '{programme}: {nominated} nominated as the first wish, without a limit',
  placesLine:
    '{places, plural, one {The agreements between us have # place for that arrival.} other {The agreements between us have # places for that arrival.}} This limits admission, not nominations.',
  placesNone: 'No agreement between us counts places for that arrival. This does not limit nominations.',
  nominateTitle: 'Nominate a candidate',
  nominateMeans:
    'Write names as they stand in the passport. A nomination admits nobody: whoever is nominated is asked for an application.',
  nominateFaults: 'Nothing has been recorded yet. Put right what is marked below.',
  choose: 'Choose',
  optional: '{label} (need not be filled in)',
  french: 'French',
  english: 'English',
  nominate: 'Nominate',
  backToNominations: 'Back to your nominations',
  correctLink: 'Correct this nomination',
  correctTitle: 'Correct the nomination of {name}',
  correctMeans:
    'What you change here counts at once, until the application of this candidate is sent. For another person, cancel this nomination and nominate them.',
  correctByOffice: 'Who this candidate is cannot be changed here: write to our international office.',
  correct: 'Record the corrections',
  correctBoth:
    'Nothing has been recorded yet. Both the birth date and the mail address of {name} are others now: only the name says who this is. Confirm it with this box, or cancel this nomination and nominate the other person.',
  correctSame: 'It is the same person, whose birth date and address were wrong.',
  rank: 'Place in your order of preference',
  spreadsheetTitle: 'Nominate from a spreadsheet',
  spreadsheetMeans:
    'Download an empty file, fill in one candidate in each row, the most wanted first, and send it. It is checked first, and nothing is recorded before you say so. The rows are taken all together, or not at all; the same file again changes nothing.',
  templateXlsx: 'Empty spreadsheet (XLSX), with lists to choose from',
  templateCsv: 'Empty CSV file',
  file: 'Your file (XLSX or CSV, {megabytes} MB at most)',
  check: 'Check the file',
  fileMissing: 'Choose a file. Nothing has been recorded yet.',
  checkedTitle: 'The file can be taken as it is',
  checked:
    '{rows, plural, one {# row} other {# rows}}: {nominated, plural, one {# new nomination} other {# new nominations}}, {corrected, plural, one {# corrected} other {# corrected}}, {unchanged, plural, one {# that stands already} other {# that stand already}}. Nothing has been recorded yet.',
  checkedNothing: 'All that it says is recorded already.',
  importRows: 'Nominate these candidates',
  faultsTitle: '{count, plural, one {# thing is wrong} other {# things are wrong}} in the file',
  faultsMeans: 'Nothing has been recorded. Put it right in the file, and send it again.',
  faultLine: 'Row {line}{column, select, none {} other {, {column}}}: {message}',
  anotherFile: 'Send another file',
}
