import { stringify } from "csv-stringify/sync";
import { type Day, formatFullDay } from "#lib/format/dates";
import { escapeMarkdown } from "#lib/format/markdown-escape";
import { guardCell } from "#lib/format/spreadsheet";
import type { ListedPromise } from "#lib/promises/queries";

/** Who reads it. `today` is YYYY-MM-DD in their time zone. */
type Reader = { company: string; today: Day };

/** Promises as CSV (RFC 4180) with a head; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function promisesAsCsv(rows: ListedPromise[]): string {
  return stringify(
    rows.map(({ text, promiserName, toName, dueOn, title, heldOn, id }) => ({
      Promise: text,
      By: promiserName ?? "",
      To: toName ?? "",
      Due: dueOn ?? "",
      Meeting: title,
      Held: heldOn ?? "",
      Id: id,
    })),
    { header: true, columns: COLUMNS, cast: { string: guardCell }, record_delimiter: "windows", bom: true },
  );
}

const COLUMNS = ["Promise", "By", "To", "Due", "Meeting", "Held", "Id"];

/** Promises as a Markdown list, with who, to whom and until when in words. */
export function promisesAsMarkdown(rows: ListedPromise[], { company, today }: Reader): string {
  const lines = rows.map((promise) => `- ${escapeMarkdown(promise.text)} (${aboutOf(promise)})`);
  return [
    `# Promises of ${escapeMarkdown(company)}`,
    `As of ${formatFullDay(today)}`,
    lines.join("\n") || "No promises.",
  ]
    .join("\n\n")
    .concat("\n");
}

function aboutOf({ promiserName, toName, dueOn, title }: ListedPromise): string {
  const whom = toName ? ` to ${escapeMarkdown(toName)}` : "";
  return [
    `promised${whom} by ${promiserName ? escapeMarkdown(promiserName) : "somebody"}`,
    dueOn ? `due ${formatFullDay(dueOn)}` : "no date",
    `from ${escapeMarkdown(title)}`,
  ].join(", ");
}
