import { type Drafted, placesIn } from "#lib/cli/draft-text";
import type { Usage } from "#lib/cli/writer";
import type { Statement } from "#lib/grounding/statement";
import type { Workflow } from "#lib/workflows/define";

type Extracted = {
  file: string;
  workflow: Workflow;
  writer: "rules" | "claude";
  drafted: Drafted;
  usage: Usage | null;
  ms: number;
};

/** One file as one line of JSON; lib/workflows/README.md has its schema. */
export function asJson({ file, workflow, writer, drafted, usage, ms }: Extracted): string {
  const { source, grounded } = drafted;
  const places = placesIn(drafted);
  const statements = grounded.statements.map((statement) => {
    const place = places.get(statement.id);
    return {
      ...statement,
      quote: place ? source.text.slice(place.start, place.end) : null,
      start: place?.start ?? null,
      end: place?.end ?? null,
      sentenceStart: place?.sentenceStart ?? null,
      sentenceEnd: place?.sentenceEnd ?? null,
    };
  });
  const { title, heldOn, timeZone, attendees } = source;
  const version = writer === "rules" ? workflow.rulesVersion : workflow.version;
  return JSON.stringify({
    file,
    workflow: workflow.key,
    version,
    writer,
    title,
    heldOn,
    timeZone,
    attendees,
    statements,
    usage,
    ms,
  });
}

/** One file for people to read. */
export function asText(file: string, workflow: Workflow, { source, grounded }: Drafted): string {
  const parts = workflow.sections.flatMap(({ key, label }) => {
    const mine = grounded.statements.filter((statement) => statement.section === key);
    return mine.length ? ["", label, ...mine.map((statement) => `  - ${line(statement)}`)] : [];
  });
  const empty = grounded.statements.length ? [] : ["", "Nothing was found."];
  return [`${file}: ${source.title}, ${source.heldOn}`, ...parts, ...empty, ""].join("\n");
}

function line({ text, person, due, trace, flags }: Statement): string {
  const about = [person?.name, due?.on ?? due?.phrase, trace === "untraced" ? "no source" : "", ...flags];
  const shown = about.filter(Boolean).join(", ");
  return shown ? `${text} (${shown})` : text;
}
