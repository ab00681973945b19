import { describe, expect, it } from "vitest";
import type { RosterPerson, SourceText } from "#lib/grounding/statement";
import { writeMeetingNotes } from "#lib/workflows/meeting-notes/rules";

describe("the rules writer", () => {
  const dana: RosterPerson = { id: "u1", name: "Dana Weiss", email: null, aliases: [], handles: [] };
  const written = (text: string, roster: RosterPerson[] = []) => {
    const about = { id: "s", version: 1, title: "", heldOn: "2026-11-19", timeZone: "UTC", attendees: [] };
    const source: SourceText = { ...about, text };
    return writeMeetingNotes(source, roster);
  };

  it("keeps what was promised to a customer apart from what is to be done", () => {
    const call = `Zoe Hollis: Could we have the price of the second site?
Dana Weiss: Yes, I'll send you the quote by Friday.
Zoe Hollis: Great, thank you.
Dana Weiss: And I'll renew the staging certificate tomorrow.
`;
    const { promises, actions } = written(call, [dana]);
    expect(promises).toMatchObject([
      { person: "Dana Weiss", to: "Zoe Hollis", due: "Friday", text: "Send you the quote" },
    ]);
    expect(actions.map(({ text }) => text)).toEqual(["Renew the staging certificate"]);
    expect(written(call).promises).toEqual([]);
  });

  it("lists what was put off, with the words for until when", () => {
    const { deferred, questions } = written(
      "Notes\n\nDark mode was deferred to the next meeting.\n\nThe logo is parked until after the release.\n",
    );
    expect(deferred).toMatchObject([{ due: "the next meeting" }, { due: "after the release" }]);
    expect(questions).toEqual([]);
  });
});
