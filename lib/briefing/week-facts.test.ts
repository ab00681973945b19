import { describe, expect, it } from "vitest";
import type { AttentionKind, AttentionRow } from "#lib/attention/view";
import type { ToldWeek, WeekFigures } from "#lib/briefing/told-week";
import { weekFacts } from "#lib/briefing/week-facts";
import type { Hours } from "#lib/figures/hours";

const HOUR = 3_600_000;
const row = (of: Partial<AttentionRow>): AttentionRow => ({
  id: "x",
  title: "Send the price list",
  about: null,
  href: "/",
  age: "4 d",
  urgency: "late",
  third: null,
  person: { id: "usr_bo", name: "Bo Tran" },
  step: { label: "Open", href: "/" },
  ...of,
});
const group = (kind: AttentionKind, rows: AttentionRow[]) => ({ kind, rows, count: rows.length, all: "/" });

function figures(approved: number, net: number): WeekFigures {
  const hours: Hours = {
    net: net * HOUR,
    low: (net - 1) * HOUR,
    high: (net + 1) * HOUR,
    gross: 0,
    reading: 0,
    corrections: 0,
    approved,
    timed: approved,
    untimed: 0,
    unknown: [],
  };
  return {
    reviews: {
      period: { kind: "week", ago: 0, from: "2026-11-16", to: "2026-11-22" },
      hours,
      hoursByWeek: [],
      rates: [],
      marks: [],
      unedited: approved,
      edited: 0,
      rejected: approved > 0 ? 1 : 0,
      medianMs: approved > 0 ? 70_000 : null,
    },
    records: {
      opened: approved,
      closed: approved,
      standups: approved > 0 ? [{ teamId: "t", team: "Engineering", days: 5, expected: 20, wrote: 18 }] : [],
    },
    use: { monday: "2026-11-16", people: [], active: 0 },
  };
}

const NOTHING: ToldWeek = {
  attention: { groups: [], count: 0, oldestQuestionMs: null },
  spend: { month: "November", day: 20, days: 30, elapsed: 0.6, lines: [], ofTeam: false },
  resolved: [],
  now: figures(0, 0),
  before: figures(0, 0),
};
const told = (week: Partial<ToldWeek>) => weekFacts({ ...NOTHING, ...week });
const needing = (...groups: ReturnType<typeof group>[]) =>
  told({ attention: { groups, count: groups.length, oldestQuestionMs: null } });

describe("the facts of a week", () => {
  it("are none where nothing happened and nothing waits", () => {
    expect(told({})).toBeNull();
  });

  it("compare the week with the one before", () => {
    expect(told({ now: figures(12, 3.2), before: figures(9, 1.9) })).toEqual({
      head: "Nothing is overdue or in the way; 12 drafts were approved, against 9 the week before",
      needs: [],
      week: [
        "12 drafts were approved, 12 of them as they were written, and 1 rejected; the week before it was 9 and 1",
        "12 actions were opened and 12 done; the week before it was 9 and 9",
        "Net hours saved come to 3.2, between 2.2 and 4.2; the week before it was 1.9",
        "18 of 20 stand-up updates came in time; the week before it was 18 of 20",
        "Half of the reviews took less than 1 min 10 s; the week before it was 1 min 10 s",
      ],
      wins: [
        "12 actions were done, 3 more than the week before",
        "12 of 12 approved drafts were right as they were written",
      ],
    });
  });

  it("begin with what is most urgent, the first of each kind before the others", () => {
    const facts = needing(
      group("blockers", [
        row({ title: "No certificate", third: "Jonas Kim", age: "3 d", person: null }),
        row({ title: "No answer", third: "Kavya Rao", age: "today", urgency: "calm" }),
      ]),
      group("actions", [row({})]),
      group("drafts", [row({ title: "Design review", age: "1 d", urgency: "soon", person: null })]),
    );
    expect(facts?.head).toBe("Two blockers, one overdue action and one waiting draft need somebody");
    expect(facts?.needs).toEqual([
      "Jonas Kim has been blocked for 3 days, and it needs an owner: No certificate",
      "An action of Bo Tran is 4 days overdue: Send the price list",
      "A draft has waited for 1 day for review: Design review",
      "Kavya Rao has been blocked since today, and it is for Bo Tran to unblock: No answer",
    ]);
  });

  it("have a sentence for whatever else waits, and none for teams of another size", () => {
    const facts = needing(
      group("questions", [row({ title: "Which host?" }), row({ title: "Which plan?", person: null })]),
      group("deliveries", [row({ third: "failed" }), row({ third: "unknown" })]),
      group("leads", [row({ title: "Hollis" })]),
      group("waits", [row({ title: "Engineering waits for Sales", about: "2 blockers" })]),
      group("people", [row({ title: "Bo Tran has 24 open actions", about: null })]),
      group("teams", [row({ title: "Sales has two people" })]),
    );
    expect(facts?.needs.toSorted()).toEqual([
      "A delivery failed and needs a decision: Send the price list",
      "A lead of Bo Tran has been quiet for 4 days: Hollis",
      "A question has waited for 4 days and needs somebody who decides: Which plan?",
      "Bo Tran has 24 open actions",
      "Bo Tran has had a question to decide for 4 days: Which host?",
      "Engineering waits for Sales for 4 days, with 2 blockers",
      "Somebody has to say whether this was delivered, which is unknown: Send the price list",
    ]);
  });

  it("tell of what models cost, of budgets that run out, and of what was resolved", () => {
    const line = {
      workflow: "standup",
      label: "Stand-up",
      micros: 12_400_000,
      unknown: 0,
      budgetMicros: 13_000_000,
      approved: 4,
      held: 2,
      share: 0.954,
      eachMicros: null,
      reachesOn: null,
    };
    const facts = told({
      spend: { ...NOTHING.spend, lines: [line] },
      resolved: [{ text: "No disk", personName: "Kavya Rao", days: 4, closing: "bought one" }],
    });
    expect(facts).toMatchObject({
      needs: ["Stand-up has used 95 % of its budget for November, and 2 runs wait for more"],
      week: ["The models have cost $12.40 in November so far"],
      wins: ["What blocked Kavya Rao was resolved, after 4 days of saying so: No disk (bought one)"],
    });
  });
});
