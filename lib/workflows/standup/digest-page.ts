import { formatFullDay } from "#lib/format/dates";
import { escapeMarkdown } from "#lib/format/markdown-escape";
import type { Statement } from "#lib/grounding/statement";
import type { Approved, BlockerRecord, Consequences, KnownBlocker } from "#lib/workflows/define";

/** What follows an approval: its blockers are confirmed, its page is kept, and it goes where the team has it go. */
export function consequencesOf({
  title,
  statements,
  source,
  outlets = [],
  blockers = {},
}: Approved): Consequences {
  const kept = statements.filter((statement) => statement.kept);
  const markdown = digestPage(title, source.heldOn, kept, blockers);
  return {
    records: [
      ...kept.flatMap((statement) => blockerOf(statement) ?? []),
      { kind: "document", title, markdown },
    ],
    deliveries: outlets,
    mentions: [],
  };
}

function blockerOf({ id, section, text, person }: Statement): BlockerRecord | null {
  if (section !== "blockers") return null;
  return {
    kind: "blocker",
    statementId: id,
    text,
    personId: person?.id ?? null,
    personName: person?.name ?? "Somebody",
  };
}

function digestPage(
  title: string,
  day: string,
  kept: Statement[],
  known: Record<string, KnownBlocker>,
): string {
  const of = (section: string) => kept.filter((statement) => statement.section === section);
  return [
    `# ${escapeMarkdown(title)}`,
    `Day: ${formatFullDay(day)}`,
    "## Blockers",
    list(of("blockers").map((statement) => blockerLine(statement, known[statement.id]))) ||
      "Nobody is blocked.",
    ...part("Doesn’t go together", of("contradictions").map(ofPerson)),
    ...part(
      "Progress",
      of("progress").map(({ text }) => escapeMarkdown(text)),
    ),
    ...part("Everybody", of("lines").map(ofPerson)),
    ...part("Against the plan", of("changes").map(ofPerson)),
    ...part(
      "Wrote nothing",
      of("silent").map(({ text }) => escapeMarkdown(text)),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

const list = (lines: string[]) => lines.map((line) => `- ${line}`).join("\n");

const part = (heading: string, lines: string[]) => (lines.length ? [`## ${heading}`, list(lines)] : []);

function ofPerson({ text, person }: Statement): string {
  return person ? `**${escapeMarkdown(person.name)}:** ${escapeMarkdown(text)}` : escapeMarkdown(text);
}

/** With since when, how often it was said, and who unblocks it. */
function blockerLine(statement: Statement, known: KnownBlocker | undefined): string {
  if (!known) return ofPerson(statement);
  const often = known.days > 1 ? `, said on ${known.days} days` : "";
  const owner = known.ownerName ? `${escapeMarkdown(known.ownerName)} unblocks it` : "nobody owns it";
  const waits = known.waitsFor ? `, waits for ${escapeMarkdown(known.waitsFor)}` : "";
  return `${ofPerson(statement)} (since ${formatFullDay(known.since)}${often}; ${owner}${waits})`;
}
