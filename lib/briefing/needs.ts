import type { AttentionKind, AttentionRow, Urgency } from "#lib/attention/view";
import type { ToldWeek } from "#lib/briefing/told-week";
import { counted } from "#lib/format/count";

/** So many are told: the writer chooses among them. */
const MOST = 10;
const RANK: Record<Urgency, number> = { late: 0, soon: 1, calm: 2 };
/** A budget that is nearly used up is told of from this share on. */
const NEAR = 0.9;

/** What needs somebody, a sentence each: budgets that stop work, then the most urgent of each kind, and then the others. */
export function needSentences({ attention, spend }: Pick<ToldWeek, "attention" | "spend">): string[] {
  const rows = attention.groups.flatMap(({ kind, rows: of }) =>
    of.map((row, turn) => ({ row, turn, say: SAY[kind] })),
  );
  const told = rows
    // A team of another size is so every week, and no news.
    .flatMap(({ row, turn, say }) => (say ? [{ turn, rank: RANK[row.urgency], text: say(row) }] : []))
    .toSorted((one, other) => one.rank - other.rank || one.turn - other.turn);
  return [...budgetSentences(spend), ...told.map(({ text }) => text)].slice(0, MOST);
}

function budgetSentences({ lines, month }: ToldWeek["spend"]): string[] {
  return lines.flatMap(({ label, share, held }) => {
    if (share === null || share < NEAR) return [];
    const used = `${label} has used ${Math.floor(share * 100)} % of its budget for ${month}`;
    return held > 0 ? `${used}, and ${counted(held, "run")} wait for more` : used;
  });
}

const SAY: Record<AttentionKind, ((row: AttentionRow) => string) | null> = {
  blockers: ({ title, third, age, person }) =>
    `${third ?? "Somebody"} has been blocked ${since(age)}, ${person ? `and it is for ${person.name} to unblock` : "and it needs an owner"}: ${title}`,
  questions: ({ title, age, person }) =>
    person
      ? `${person.name} has had a question to decide ${since(age)}: ${title}`
      : `A question has waited ${since(age)} and needs somebody who decides: ${title}`,
  deliveries: ({ title, third }) =>
    third === "unknown"
      ? `Somebody has to say whether this was delivered, which is unknown: ${title}`
      : `A delivery failed and needs a decision: ${title}`,
  actions: ({ title, age, person }) =>
    `An action ${person ? `of ${person.name} is` : "that needs an owner is"} ${spelled(age)} overdue: ${title}`,
  drafts: ({ title, age, person }) =>
    `A draft has waited ${since(age)} for review${person ? `, with ${person.name}` : ""}: ${title}`,
  leads: ({ title, age, person }) =>
    `A lead ${person ? `of ${person.name}` : "that needs an owner"} has been quiet ${since(age)}: ${title}`,
  waits: ({ title, about, age }) => `${title} ${since(age)}${about ? `, with ${about}` : ""}`,
  people: ({ title, about }) => (about ? `${title}; ${about}` : title),
  // Told before all others, as what stops work.
  budgets: null,
  teams: null,
};

/** "for 3 days", "since today". */
function since(age: string): string {
  return age === "today" ? "since today" : `for ${spelled(age)}`;
}

const UNITS: Record<string, string> = { s: "second", min: "minute", h: "hour", d: "day" };

/** "3 d" as it is read aloud: "3 days". */
function spelled(age: string): string {
  const [, count = "", unit = ""] = /^(\d+) (s|min|h|d)$/.exec(age) ?? [];
  const word = UNITS[unit];
  return word ? counted(Number(count), word) : age;
}
