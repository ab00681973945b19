import { expect, it } from "vitest";
import type { Statement } from "#lib/grounding/statement";
import { promisedIn } from "#lib/workflows/follow-up/promised";

const SENDER = { id: "usr_bo", name: "Bo Tran", workingDays: [1, 2, 3, 4, 5] };

const statement = (text: string, section = "body", kept = true): Statement => ({
  id: "b1",
  section,
  text,
  kept,
  trace: "stated",
  person: null,
  due: null,
  flags: [],
});

const promised = (text: string, section?: string, kept?: boolean) =>
  promisedIn({
    statements: [statement(text, section, kept)],
    recipientName: "Marta Novak",
    sender: SENDER,
    sentOn: "2026-11-20",
  }).map(({ text, ownerId, dueOn }) => [text, ownerId, dueOn]);

it.each([
  ["I’ll send you the security sheet by Friday.", "Send Marta Novak the security sheet", "2026-11-27"],
  ["We will prepare the quote by 4 December.", "Prepare the quote", "2026-12-04"],
  ["I'll call your director on Monday.", "Call Marta Novak’s director", "2026-11-23"],
])("takes “%s” as work of who sent it", (words, text, due) => {
  expect(promised(words)).toEqual([[text, "usr_bo", due]]);
});

it.each([
  "A tablet now holds a full day of inspections without a connection.",
  "Shall we fix the first day on our call?",
  "You will receive an invoice from your bank.",
  "If you like, we could send a tablet.",
])("finds no promise in “%s”", (words) => {
  expect(promised(words)).toEqual([]);
});

it("reads neither subjects nor what was declined", () => {
  expect(promised("I’ll send you the sheet by Friday", "subject")).toEqual([]);
  expect(promised("I’ll send you the sheet by Friday.", "body", false)).toEqual([]);
});
