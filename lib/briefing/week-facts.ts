import type { AttentionGroup, AttentionKind } from "#lib/attention/view";
import { needSentences } from "#lib/briefing/needs";
import type { ToldWeek } from "#lib/briefing/told-week";
import { approvedIn, weekSentences } from "#lib/briefing/week-sentences";
import { winSentences } from "#lib/briefing/win-sentences";
import type { BriefFacts } from "#lib/format/brief-facts";
import { counted } from "#lib/format/count";
import { capital, inWords } from "#lib/format/in-words";

/** The facts of a week; null where there is nothing to tell. */
export function weekFacts(week: ToldWeek): BriefFacts | null {
  const facts = {
    needs: needSentences(week),
    week: weekSentences(week),
    wins: winSentences(week),
  };
  if (facts.needs.length + facts.week.length + facts.wins.length === 0) return null;
  return { head: head(week), ...facts };
}

const NOUNS: Record<AttentionKind, string | null> = {
  blockers: "blocker",
  questions: "open question",
  deliveries: "delivery",
  actions: "overdue action",
  drafts: "waiting draft",
  leads: "quiet lead",
  budgets: null,
  waits: null,
  people: null,
  teams: null,
};

/** How the week stands, in one sentence: what waits for somebody, and how much was approved. */
function head({ attention, now, before }: ToldWeek): string {
  const groups = attention.groups.filter(({ kind }) => NOUNS[kind] !== null);
  const parts = groups.flatMap(({ kind, count }) => partOf(kind, count));
  const verb = groups.length === 1 && groups[0]?.count === 1 ? "needs" : "need";
  const waits = parts.length > 0 ? `${listed(parts)} ${verb} somebody` : "nothing is overdue or in the way";
  return capital([waits, ...approvals(approvedIn(now), approvedIn(before))].join("; "));
}

function approvals(now: number, before: number): string[] {
  if (now + before === 0) return [];
  return [
    `${counted(now, "draft")} ${now === 1 ? "was" : "were"} approved, against ${before} the week before`,
  ];
}

function partOf(kind: AttentionKind, count: AttentionGroup["count"]): string[] {
  const noun = NOUNS[kind];
  if (noun === null) return [];
  const nouns = count === 1 ? noun : noun.endsWith("y") ? noun.replace(/y$/, "ies") : `${noun}s`;
  return [`${inWords(count)} ${nouns}`];
}

function listed(parts: string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
}
