import { factsOf } from "#lib/format/standup-facts";
import type { RosterPerson, SourceText } from "#lib/grounding/statement";
import { splitBySpeaker } from "#lib/parsers/speakers";
import type { StandupBrief, TextInput } from "#lib/workflows/define";

/** Who wrote an update that names nobody. */
const SOMEBODY = "Somebody";

/** What a digest is written from where there is one text alone: an update, or what a whole team wrote on a day. */
export function inputOfText(source: SourceText, roster: RosterPerson[]): TextInput {
  const spans = splitBySpeaker(source.text);
  const said = spans.length > 0 ? spans : [{ name: SOMEBODY, start: 0, end: source.text.length }];
  const updates = said.map(({ name, start, end }, n) => ({
    ...source,
    id: `${source.id}#${n + 1}`,
    title: name,
    text: source.text.slice(start, end),
    speaker: name,
  }));
  const names = [...new Set(said.map(({ name }) => name))];
  const standup: StandupBrief = {
    team: "The team",
    day: source.heldOn,
    people: names.map((name) => ({
      id: null,
      name,
      sources: said.flatMap((span, n) => (span.name === name ? [n + 1] : [])),
      away: null,
      late: false,
    })),
    before: [],
    open: [],
    teams: [],
  };
  const facts = { ...source, id: `${source.id}#0`, text: factsOf(standup) };
  return {
    input: { sources: [facts, ...updates], roster, standup },
    at: [-1, ...said.map(({ start }) => start)],
  };
}
