import { localDay } from "#lib/format/dates";
import { type Grounded, ground } from "#lib/grounding/ground";
import type { Evidence, RosterPerson, SourceText } from "#lib/grounding/statement";
import { guessHeader } from "#lib/parsers/header";
import { readSourceFile } from "#lib/parsers/source-file";
import type { Workflow, Writer } from "#lib/workflows/define";

/** What is known about a text besides its words. `heldOn` null: the date in its header, or else today. */
export type About = {
  name: string;
  heldOn: string | null;
  timeZone: string;
  roster: RosterPerson[];
  now: Date;
};

/**
 * A text as a draft would be written from it, without a database: the source, and the checked statements. `begins` is
 * where the text of each source of theirs begins in it, by id.
 */
export type Drafted = { source: SourceText; grounded: Grounded; begins: Map<string, number> };

/** Reads a text as the intake does, has it written, and checks what was written. Rejects where the writer does. */
export async function draftText(
  workflow: Workflow,
  writer: Writer,
  raw: string,
  about: About,
): Promise<Drafted> {
  const { text } = readSourceFile(about.name, raw);
  const today = localDay(about.now, about.timeZone);
  const header = guessHeader(text, { today, fileName: about.name });
  const source: SourceText = {
    id: about.name || "-",
    version: 1,
    title: header.title,
    text,
    heldOn: about.heldOn ?? header.heldOn ?? today,
    timeZone: about.timeZone,
    attendees: header.attendees,
  };
  const { input, at } = workflow.fromText?.(source, about.roster) ?? {
    input: { sources: [source] as [SourceText], roster: about.roster },
    at: [0],
  };
  const begins = new Map(input.sources.map(({ id }, n) => [id, at[n] ?? -1]));
  return { source, grounded: ground(input, await workflow.write(input, writer), workflow.sections), begins };
}

/** Where a statement stands in the text, by its id; those that stand in what code wrote about it are missing. */
export function placesIn({ grounded, begins }: Drafted): Map<string, Evidence> {
  const shifted = grounded.evidence.flatMap((place): [string, Evidence][] => {
    const from = begins.get(place.sourceId) ?? -1;
    if (from < 0) return [];
    const { start, end, sentenceStart, sentenceEnd } = place;
    const offsets = { start: start + from, end: end + from };
    const sentence = { sentenceStart: sentenceStart + from, sentenceEnd: sentenceEnd + from };
    return [[place.statementId, { ...place, ...offsets, ...sentence }]];
  });
  // A statement's own place comes before those of its details.
  return new Map(shifted.reverse());
}
