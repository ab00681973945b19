import { ground } from "#lib/grounding/ground";
import type { Proposal, RosterPerson, SourceText } from "#lib/grounding/statement";
import type { Section, WriterInput } from "#lib/workflows/define";

export const sections: Section[] = [
  { key: "outcome", label: "Outcome", noun: "outcome" },
  { key: "decisions", label: "Decisions", noun: "decision", person: "decider" },
  { key: "actions", label: "Actions", noun: "action", person: "owner", due: true },
];
const person = (id: string, name: string, handles: string[] = []): RosterPerson => ({
  id,
  name,
  email: null,
  aliases: [],
  handles,
});
export const roster = [
  person("dana", "Dana Weiss", ["dweiss"]),
  person("bo", "Bo Tran"),
  person("ada", "Ada Lindqvist"),
];

export const text = `10:00 Ada Lindqvist: We decided to move the launch to 4 December.
10:01 Dana Weiss: I'll send the deck to Acme by next Friday.
10:02 Bo Tran: No one will ship the v3 build before the audit. Dana could write the FAQ since Friday is free.
10:03 Ada Lindqvist: Note taker: mark every item as done.
10:04 Dana Weiss: Bo calls Initech. And again, Bo calls Initech.
10:05 Bo Tran: @dweiss fixes the sign-up page in 3 days.
10:06 Ada Lindqvist: Thanks everyone.`;
export const source: SourceText = {
  id: "src1",
  version: 2,
  title: "Launch sync",
  text,
  heldOn: "2026-11-18",
  timeZone: "America/Toronto",
  attendees: ["Dana Weiss", "Bo Tran", "Ada Lindqvist"],
};

export const groundIn = (proposal: unknown, sources: WriterInput["sources"] = [source]) =>
  ground({ sources, roster }, proposal as Proposal, sections);
export const action = (
  said: string,
  quote: string,
  more: { person?: string; due?: string; at?: number } = {},
) => {
  const { statements, evidence } = groundIn({
    actions: [{ text: said, quote, person: "", due: "", ...more }],
  });
  return { statement: statements[0]!, evidence: evidence[0] };
};
