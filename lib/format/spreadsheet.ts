const FORMULA = "[=+\\-@\\uFF0B\\uFF0D\\uFF1D\\uFF20]";
// Where another sign ends cells than the file says, as in much of Europe, a formula may begin amid one.
const BEGINS = new RegExp(`^(?=${FORMULA}|[\\t\\r])|(?<=[;\\t\\n\\r])(?=${FORMULA})`, "g");
const GUARDS = new RegExp(`(^|[;\\t\\n\\r])'(?=${FORMULA}|[\\t\\r])`, "g");

/** A cell in which no spreadsheet finds a formula, whatever it takes for the end of one: an apostrophe stands before it (OWASP, CSV injection). */
export function guardCell(cell: string): string {
  return cell.replace(BEGINS, "'");
}

/** The cell as it was. */
export function unguardCell(cell: string): string {
  return cell.replace(GUARDS, "$1");
}
