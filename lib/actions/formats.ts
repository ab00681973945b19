import { stringify } from "csv-stringify/sync";
import type { ListedAction } from "#lib/actions/queries";
import { type Day, formatFullDay } from "#lib/format/dates";
import { escapeMarkdown } from "#lib/format/markdown-escape";
import { guardCell } from "#lib/format/spreadsheet";

/** Who reads it, as far as dates and names go. `today` is YYYY-MM-DD in their time zone. */
type Reader = { company: string; today: Day };

/**
 * Actions as CSV (RFC 4180) with a head, in UTF-8 with the mark Excel knows it by. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export function actionsAsCsv(rows: ListedAction[]): string {
  return stringify(
    rows.map(({ text, ownerName, dueOn, state, closedAt, closedBy, origin, id }) => ({
      Action: text,
      Owner: ownerName ?? "",
      Due: dueOn ?? "",
      State: state,
      Closed: closedAt?.slice(0, 10) ?? "",
      "Closed by": closedBy ?? "",
      Meeting: origin?.title ?? "",
      Held: origin?.heldOn ?? "",
      Id: id,
    })),
    { header: true, columns: COLUMNS, cast: { string: guardCell }, record_delimiter: "windows", bom: true },
  );
}

const COLUMNS = ["Action", "Owner", "Due", "State", "Closed", "Closed by", "Meeting", "Held", "Id"];

/** Actions as a Markdown list of tasks, with who and until when in words. */
export function actionsAsMarkdown(rows: ListedAction[], { company, today }: Reader): string {
  const lines = rows.map(
    (action) => `- [${BOX[action.state]}] ${escapeMarkdown(action.text)} (${aboutOf(action)})`,
  );
  return [
    `# Actions of ${escapeMarkdown(company)}`,
    `As of ${formatFullDay(today)}`,
    lines.join("\n") || "No actions.",
  ]
    .join("\n\n")
    .concat("\n");
}

const BOX = { open: " ", done: "x", cancelled: "-" } as const;

function aboutOf({ ownerName, dueOn, state, origin }: ListedAction): string {
  return [
    ownerName ? escapeMarkdown(ownerName) : "nobody yet",
    dueOn ? `due ${formatFullDay(dueOn)}` : "no date",
    ...(state === "cancelled" ? ["cancelled"] : []),
    ...(origin ? [`from ${escapeMarkdown(origin.title)}`] : []),
  ].join(", ");
}
