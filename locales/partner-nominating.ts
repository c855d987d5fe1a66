import type { None } from './arguments.ts'

/** What the words of nominating on `/partner/{token}` need to know. Days come worded, from `words.lastDay`. */
export interface NominatingArguments {
  reconsiderMeans: { lastDay: string }
  reconsider: None
  nominateLink: None
  spreadsheetLink: None
  limitLine: { programme: string; nominated: number; limit: number }
  unlimitedLine: { programme: string; nominated: number }
  placesLine: { places: number }
  placesNone: None
  nominateTitle: None
  nominateMeans: None
  nominateFaults: None
  choose: None
  optional: { label: string }
  french: None
  english: None
  nominate: None
  backToNominations: None
  correctLink: None
  correctTitle: { name: string }
  correctMeans: None
  correctByOffice: None
  correct: None
  correctBoth: { name: string }
  correctSame: None
  rank: None
  spreadsheetTitle: None
  spreadsheetMeans: None
  templateXlsx: None
  templateCsv: None
  file: { megabytes: number }
  check: None
  fileMissing: None
  checkedTitle: None
  checked: { rows: number; nominated: number; corrected: number; unchanged: number }
  checkedNothing: None
  importRows: None
  faultsTitle: { count: number }
  faultsMeans: None
  /** `column`: as it is called in the file, or `none` */
  faultLine: { line: string; column: string; message: string }
  anotherFile: None
}
