import { stringify } from "csv-stringify/sync";
import type { ListedBlocker } from "#lib/blockers/queries";
import { STATE_WORDS } from "#lib/blockers/states";
import { counted } from "#lib/format/count";
import { type Day, formatFullDay } from "#lib/format/dates";
import { escapeMarkdown } from "#lib/format/markdown-escape";
import { guardCell } from "#lib/format/spreadsheet";

/** Who reads it, as far as dates and names go. `today` is YYYY-MM-DD in their time zone. */
type Reader = { company: string; today: Day };

/**
 * Blockers as CSV (RFC 4180) with a head, in UTF-8 with the mark Excel knows it by. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export function blockersAsCsv(rows: ListedBlocker[]): string {
  return stringify(
    rows.map((row) => ({
      Blocker: row.text,
      Team: row.teamName,
      Whose: row.personName,
      Unblocks: row.ownerName ?? "",
      "Waits for": row.waitsForTeamName ?? "",
      State: STATE_WORDS[row.state],
      Since: row.firstOn,
      "Last said": row.lastOn,
      "Days said": row.days,
      How: row.closing ?? "",
      Ended: row.closedAt?.slice(0, 10) ?? "",
      "Ended by": row.closedBy ?? "",
      Id: row.id,
    })),
    { header: true, columns: COLUMNS, cast: { string: guardCell }, record_delimiter: "windows", bom: true },
  );
}

const COLUMNS = [
  "Blocker",
  "Team",
  "Whose",
  "Unblocks",
  "Waits for",
  "State",
  "Since",
  "Last said",
  "Days said",
  "How",
  "Ended",
  "Ended by",
  "Id",
];

/** Blockers as a Markdown list of tasks, with whose, since when and who unblocks it in words. */
export function blockersAsMarkdown(rows: ListedBlocker[], { company, today }: Reader): string {
  const lines = rows.map(
    (row) => `- [${row.state === "resolved" ? "x" : " "}] ${escapeMarkdown(row.text)} (${aboutOf(row)})`,
  );
  return [
    `# Blockers of ${escapeMarkdown(company)}`,
    `As of ${formatFullDay(today)}`,
    lines.join("\n") || "No blockers.",
  ]
    .join("\n\n")
    .concat("\n");
}

function aboutOf(row: ListedBlocker): string {
  return [
    `${escapeMarkdown(row.personName)}, ${escapeMarkdown(row.teamName)}`,
    `since ${formatFullDay(row.firstOn)}`,
    ...(row.days > 1 ? [`said on ${counted(row.days, "day")}`] : []),
    row.ownerName ? `${escapeMarkdown(row.ownerName)} unblocks it` : "nobody owns it",
    ...(row.waitsForTeamName ? [`waits for ${escapeMarkdown(row.waitsForTeamName)}`] : []),
    ...(row.closing ? [`${STATE_WORDS[row.state]}: ${escapeMarkdown(row.closing)}`] : []),
  ].join("; ");
}
