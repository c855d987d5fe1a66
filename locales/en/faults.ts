import type { FaultCode } from '../problems.ts'

/** What is wrong with one field of an input, and what would do. */
export const faults: Record<FaultCode, string> = {
  invalid_type:
    '{path, select, none {It} other {“{path}”}} is missing, or is of another kind than expected{expected, select, string {: a text} number {: a number} int {: a whole number} boolean {: true or false} array {: a list} object {: an object} other {}}.',
  too_big:
    '{path, select, none {It} other {“{path}”}} is too long or too large.{limit, select, none {} other { At most: {limit}.}}',
  too_small:
    '{path, select, none {It} other {“{path}”}} is empty, too short or too small.{limit, select, none {} other { At least: {limit}.}}',
  invalid_format: '{path, select, none {It} other {“{path}”}} is not written in the form that is expected.',
  not_multiple_of: '{path, select, none {It} other {“{path}”}} is not one of the numbers that are possible.',
  unrecognized_keys:
    '{path, select, none {It holds an entry that is not expected.} other {“{path}” is not expected here.}}',
  invalid_union: '{path, select, none {It} other {“{path}”}} has a form that is not possible.',
  invalid_key: '{path, select, none {It} other {“{path}”}} has a name that is not possible.',
  repeated_key: '{path, select, none {It} other {“{path}”}} is said twice.',
  invalid_element: '{path, select, none {It} other {“{path}”}} holds an element that is not possible.',
  invalid_value:
    '{path, select, none {It} other {“{path}”}} is not one of the values that are possible{values, select, none {} other {: {values}}}.',
  day_outside: '{path, select, none {It} other {“{path}”}} is no day between 1900 and 2099. Check its year.',
  day_form:
    '{path, select, none {It} other {“{path}”}} is no day of the calendar. Write it as 2027-09-30 (year, month, day).',
  day_ahead: '{path, select, none {It} other {“{path}”}} is a day still to come. Give today, or a day before.',
  day_far: '{path, select, none {It} other {“{path}”}} is more than a year ahead. Give an earlier day.',
  day_past: '{path, select, none {It} other {“{path}”}} is a day that is over. Give today, or a day still to come.',
  basis_differs:
    '{path, select, none {It} other {“{path}”}} says another number than If-Match. Send one of them, the number that you have read.',
  letter_missing: '{path, select, none {It} other {“{path}”}} holds no letter, and a name has at least one.',
  words_missing:
    '{path, select, none {It} other {“{path}”}} holds nothing to look for. Type the beginning of a word, or a number.',
  named_twice: '{path, select, none {It} other {“{path}”}} names the same thing twice. Keep one.',
  address_refused:
    '{path, select, none {It} other {“{path}”}} is no address that is written to. Give one of https on the Internet, by name, without a user or a fragment, on port 443 or from 1024 on.',
  mail_address:
    '{path, select, none {It} other {“{path}”}} is no mail address. Write one alone, without a name around it, such as first.last@university.example.',
  country_form:
    '{path, select, none {It} other {“{path}”}} is no country. Write its code of two capital letters (ISO 3166-1), such as VN for Viet Nam.',
  ids_form:
    '{path, select, none {It} other {“{path}”}} is no id of the register, or no list of them. Write them in small letters with “|” between them, such as usth|rwth.',
  domains_form:
    '{path, select, none {It} other {“{path}”}} is no domain name, or no list of them. Write them without an address around them and with “|” between them, such as university.example|school.example.',
  networks_form:
    '{path, select, none {It} other {“{path}”}} does not say networks: short names with “|” between them. For example n+i|Time.',
  places_form:
    '{path, select, none {It} other {“{path}”}} does not say places. Write them as {places} (direction, level, first year, number), with “|” between them. Direction: incoming or outgoing; level: bachelor, master or doctorate.',
  beside_missing:
    '{path, select, none {It} other {“{path}”}} is missing: the line names a contact, who needs a role, an address and a language.',
  cells_extra:
    'This line has more cells than the first line names columns. Add the column that is missing, or take the cell out.',
  scan_unknown:
    'No document of yours is called so, or has this id or hash, and waits to be attached. Upload the scan first.',
  scan_ambiguous: 'Several of your documents are called so. Name one by its id.',
  reference_differs:
    'An agreement with this reference came in before and says otherwise. Edit that one, or give this one another reference.',
  partner_differs:
    '{path, select, none {This} other {“{path}”}} says something else than the first row of this partner. Write the same, or leave it empty.',
  custom: '{path, select, none {It} other {“{path}”}} is not accepted.',
}
