import { expect, it } from "vitest";
import { promisesAsCsv, promisesAsMarkdown } from "#lib/promises/formats";
import type { ListedPromise } from "#lib/promises/queries";

const PROMISE: ListedPromise = {
  id: "prm_1",
  text: "Send the *price* list",
  promiserId: "usr_bo",
  promiserName: "Bo Tran",
  toName: "=HYPERLINK(1)",
  dueOn: "2026-11-24",
  recordedAt: "2026-11-20T12:00:00.000Z",
  draftId: "drf_1",
  statementId: "p1",
  title: "Pilot",
  heldOn: "2026-11-20",
  sourceDeleted: false,
};

it("writes rows that no spreadsheet takes for formulas", () => {
  expect(promisesAsCsv([PROMISE])).toBe(
    "\ufeffPromise,By,To,Due,Meeting,Held,Id\r\nSend the *price* list,Bo Tran,'=HYPERLINK(1),2026-11-24,Pilot,2026-11-20,prm_1\r\n",
  );
});

it("writes lines with who, to whom and until when", () => {
  const unknown = { ...PROMISE, text: "Call back", promiserName: null, toName: null, dueOn: null };
  const text = promisesAsMarkdown([PROMISE, unknown], { company: "Norrin", today: "2026-11-22" });
  expect(text).toContain("# Promises of Norrin");
  expect(text).toContain(
    "- Send the \\*price\\* list (promised to =HYPERLINK\\(1\\) by Bo Tran, due Tue 24 Nov 2026, from Pilot)".replace(
      "\\(1\\)",
      "(1)",
    ),
  );
  expect(text).toContain("- Call back (promised by somebody, no date, from Pilot)");
  expect(promisesAsMarkdown([], { company: "Norrin", today: "2026-11-22" })).toContain("No promises.");
});
