import { expect, it } from "vitest";
import { actionsAsCsv, actionsAsMarkdown } from "#lib/actions/formats";
import type { ListedAction } from "#lib/actions/queries";

function action(change: Partial<ListedAction> = {}): ListedAction {
  return {
    id: "act_1",
    version: 1,
    text: "Send the offer",
    ownerId: null,
    ownerName: "Bo Tran",
    dueOn: "2026-11-30",
    state: "open",
    closedAt: null,
    closedBy: null,
    mayChange: true,
    origin: {
      draftId: "drf_1",
      statementId: "s1",
      title: "Pricing",
      heldOn: "2026-11-20",
      sourceDeleted: false,
    },
    ...change,
  };
}

it("writes CSV with a head, and an empty cell for what is not known", () => {
  expect(actionsAsCsv([action(), action({ id: "act_2", ownerName: null, dueOn: null, origin: null })])).toBe(
    "\uFEFFAction,Owner,Due,State,Closed,Closed by,Meeting,Held,Id\r\n" +
      "Send the offer,Bo Tran,2026-11-30,open,,,Pricing,2026-11-20,act_1\r\n" +
      "Send the offer,,,open,,,,,act_2\r\n",
  );
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1"])(
  "lets no spreadsheet take %j for a formula",
  (formula) => {
    const csv = actionsAsCsv([action({ text: formula, ownerName: formula })]);
    const row = csv.slice(csv.indexOf("Id\r\n") + 4);
    expect(row.replace(/^"/, "").startsWith(`'${formula}`)).toBe(true);
    expect(row.split(`'${formula}`)).toHaveLength(3);
  },
);

it("keeps commas, quotes and lines inside their cell", () => {
  const csv = actionsAsCsv([action({ text: 'Say "hi",\nthen go' })]);
  expect(csv).toContain('"Say ""hi"",\nthen go",Bo Tran');
});

it("writes Markdown that shows words as they are", () => {
  const rows = [
    action({ text: "[Click](https://evil.example) <b>" }),
    action({ state: "done", ownerName: null, dueOn: null, origin: null }),
    action({ state: "cancelled", text: "Drop it" }),
  ];
  expect(actionsAsMarkdown(rows, { company: "Larkfield", today: "2026-11-22" })).toBe(
    [
      "# Actions of Larkfield",
      "As of Sun 22 Nov 2026",
      "- [ ] \\[Click\\](https\\://evil.example) \\<b\\> (Bo Tran, due Mon 30 Nov 2026, from Pricing)\n" +
        "- [x] Send the offer (nobody yet, no date)\n" +
        "- [-] Drop it (Bo Tran, due Mon 30 Nov 2026, cancelled, from Pricing)\n",
    ].join("\n\n"),
  );
});

it("says that there are none", () => {
  expect(actionsAsMarkdown([], { company: "L", today: "2026-11-22" })).toContain("No actions.");
});
