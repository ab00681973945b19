import { localDay } from "#lib/format/dates";
import { type Grounded, ground } from "#lib/grounding/ground";
import type { RosterPerson, SourceText } from "#lib/grounding/statement";
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

/** A text as a draft would be written from it, without a database: the source, and the checked statements. */
export type Drafted = { source: SourceText; grounded: Grounded };

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
  const input = { sources: [source] as [SourceText], roster: about.roster };
  return { source, grounded: ground(input, await workflow.write(input, writer), workflow.sections) };
}
