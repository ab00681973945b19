import { stringify } from "csv-stringify/sync";
import type { Adoption } from "#lib/figures/people-queries";
import type { RecordFigures } from "#lib/figures/record-queries";
import type { ReviewFigures } from "#lib/figures/review-queries";
import type { SpendFigures } from "#lib/figures/spend-queries";
import { addDays } from "#lib/format/dates";
import { guardCell } from "#lib/format/spreadsheet";

/** What Today says of a period. */
export type Figures = {
  reviews: ReviewFigures;
  spend: SpendFigures;
  adoption: Adoption;
  records: RecordFigures;
};

type Row = { part: string; of: string; figure: string; value: string | number; unit: string };

/**
 * Figures as CSV (RFC 4180) with a head, one a row, in UTF-8 with the mark Excel knows it by. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe (OWASP, CSV injection). What is not known is the word “unknown”.
 */
export function figuresAsCsv(figures: Figures): string {
  const { from, to } = figures.reviews.period;
  const rows = [
    ...hoursRows(figures.reviews),
    ...decidedRows(figures.reviews),
    ...rateRows(figures.reviews),
    ...spendRows(figures.spend),
    ...recordRows(figures.records),
    ...adoptionRows(figures.adoption),
  ];
  return stringify(
    rows.map(({ part, of, figure, value, unit }) => ({
      From: from,
      To: to,
      Part: part,
      Of: of,
      Figure: figure,
      Value: String(value),
      Unit: unit,
    })),
    {
      header: true,
      columns: ["From", "To", "Part", "Of", "Figure", "Value", "Unit"],
      cast: { string: guardUnlessNumber },
      record_delimiter: "windows",
      bom: true,
    },
  );
}

/** A negative number is no formula. */
function guardUnlessNumber(cell: string): string {
  return /^-?\d+(\.\d+)?$/.test(cell) ? cell : guardCell(cell);
}

const hours = (ms: number) => (ms / 3_600_000).toFixed(2);
const dollars = (micros: number) => (micros / 1_000_000).toFixed(6);

function hoursRows({ hours: saved, hoursByWeek }: ReviewFigures): Row[] {
  const row = (of: string, figure: string, ms: number): Row => ({
    part: "Hours saved",
    of,
    figure,
    value: hours(ms),
    unit: "hours",
  });
  return [
    row("period", "by hand", saved.gross),
    row("period", "reading and deciding", saved.reading),
    row("period", "corrections after approval", saved.corrections),
    row("period", "net", saved.net),
    row("period", "net, at least", saved.low),
    row("period", "net, at most", saved.high),
    ...hoursByWeek.flatMap(({ week, hours: of }) => [
      row(week, "net", of.net),
      row(week, "net, at least", of.low),
      row(week, "net, at most", of.high),
    ]),
  ];
}

function decidedRows({ unedited, edited, rejected, medianMs }: ReviewFigures): Row[] {
  const row = (figure: string, value: number | string, unit = "drafts"): Row => ({
    part: "Drafts decided",
    of: "period",
    figure,
    value,
    unit,
  });
  return [
    row("approved unedited", unedited),
    row("approved edited", edited),
    row("rejected", rejected),
    row("median review", medianMs === null ? "unknown" : (medianMs / 1000).toFixed(1), "seconds"),
  ];
}

function rateRows({ rates }: ReviewFigures): Row[] {
  const row = (week: string, figure: string, rate: number | null): Row => ({
    part: "Rates",
    of: week,
    figure,
    value: rate === null ? "unknown" : rate.toFixed(1),
    unit: "per cent",
  });
  return rates.flatMap(({ week, approved, unedited }) => [
    row(week, "approved", approved),
    row(week, "approved unedited", unedited),
  ]);
}

function spendRows({ lines, month }: SpendFigures): Row[] {
  const row = (of: string, figure: string, value: string | number, unit = "dollars"): Row => ({
    part: `Spend, ${month}`,
    of,
    figure,
    value,
    unit,
  });
  return lines.flatMap(({ label, micros, unknown, budgetMicros, eachMicros }) => [
    row(label, "known", dollars(micros)),
    row(label, "calls of unknown price", unknown, "calls"),
    row(label, "budget", budgetMicros === null ? "none" : dollars(budgetMicros)),
    row(label, "each approved", eachMicros === null ? "unknown" : dollars(eachMicros)),
  ]);
}

function recordRows({ opened, closed, standups }: RecordFigures): Row[] {
  return [
    { part: "Actions", of: "period", figure: "opened", value: opened, unit: "actions" },
    { part: "Actions", of: "period", figure: "done", value: closed, unit: "actions" },
    ...standups.flatMap(({ team, wrote, expected }) => [
      { part: "Stand-ups", of: team, figure: "wrote", value: wrote, unit: "updates" },
      { part: "Stand-ups", of: team, figure: "expected", value: expected, unit: "updates" },
    ]),
  ];
}

function adoptionRows({ people, monday }: Adoption): Row[] {
  return people.flatMap(({ name, days, decided }) => [
    { part: "Adoption", of: name, figure: "decided", value: decided, unit: "drafts" },
    ...days.map((day, at) => ({
      part: "Adoption",
      of: name,
      figure: addDays(monday, at),
      value: day,
      unit: "",
    })),
  ]);
}
