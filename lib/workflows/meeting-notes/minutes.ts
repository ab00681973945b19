import { formatFullDay } from "#lib/format/dates";
import { escapeMarkdown } from "#lib/format/markdown-escape";
import type { Detail, SourceText, Statement } from "#lib/grounding/statement";
import type { Approved, Consequences, MentionToMake, RecordToMake } from "#lib/workflows/define";

/** What follows an approval: records of the kept actions, decisions, promises and questions, and one page of minutes, filed. */
export function consequencesOf({ title, statements, source }: Approved): Consequences {
  const kept = statements.filter((statement) => statement.kept);
  const page: RecordToMake = { kind: "document", title, markdown: minutes(title, kept, source) };
  return {
    records: [...kept.flatMap((statement) => recordOf(statement) ?? []), page],
    mentions: kept.flatMap(mentionOf),
    deliveries: [{ channel: "export", recipient: fileName(title, source) }],
  };
}

/** A name any file system takes, such as "2026-11-20-release-4-3-planning-k3f9.md". The end keeps namesakes apart. */
function fileName(title: string, source: SourceText): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  const own = source.id.replace(/[^a-z0-9]+/g, "").slice(-4);
  return `${source.heldOn}-${words || "minutes"}-${own}.md`;
}

function mentionOf({ id: statementId, earlier }: Statement): MentionToMake[] {
  if (!earlier || earlier.as === "open" || earlier.as === "new") return [];
  return [{ ...earlier, as: earlier.as, statementId }];
}

function recordOf(statement: Statement): RecordToMake | null {
  const { id, section, text, person, due, to, earlier } = statement;
  // There is one already.
  if (earlier?.as === "same") return null;
  const about = { statementId: id, text };
  switch (section) {
    case "actions":
      return {
        kind: "action",
        ...about,
        ownerId: person?.id ?? null,
        ownerName: person?.name ?? null,
        dueOn: due?.on ?? null,
      };
    case "decisions":
      return {
        kind: "decision",
        ...about,
        deciderName: person?.name ?? null,
        because: keptOf(statement, "because"),
        instead: keptOf(statement, "instead"),
      };
    case "promises":
      return {
        kind: "promise",
        ...about,
        promiserId: person?.id ?? null,
        promiserName: person?.name ?? null,
        toName: to?.name ?? null,
        dueOn: due?.on ?? null,
      };
    case "questions":
      return {
        kind: "question",
        ...about,
        deciderId: person?.id ?? null,
        deciderName: person?.name ?? null,
      };
    default:
      return null;
  }
}

function minutes(title: string, kept: Statement[], source: SourceText): string {
  const of = (section: string) => kept.filter((statement) => statement.section === section);
  const attended = source.attendees.map(escapeMarkdown).join(", ") || "not recorded";
  const [outcome] = of("outcome");
  const summary = of("summary").map((s) => `- ${escapeMarkdown(s.text)}`);
  return [
    `# ${escapeMarkdown(title)}`,
    `Date: ${formatFullDay(source.heldOn)}  \nAttended: ${attended}`,
    ...(outcome ? [`**Outcome:** ${escapeMarkdown(outcome.text)}`] : []),
    ...(summary.length ? [`## Summary`, summary.join("\n")] : []),
    "## Decisions",
    list(of("decisions").map(decisionLine), "No decisions were recorded."),
    "## Actions",
    list(of("actions").map(actionLine), "No actions were recorded."),
    ...part("Promises", of("promises").map(promiseLine)),
    ...part("Done since", of("carried").filter(isTaken("done")).map(actionLine)),
    ...part("Still open", of("carried").filter(isTaken("open")).map(actionLine)),
    "## Open questions",
    list(of("questions").map(questionLine), "No questions stayed open."),
    ...part("Put off", of("deferred").map(deferredLine)),
  ]
    .join("\n\n")
    .concat("\n");
}

const list = (lines: string[], none: string) => (lines.length ? lines.map((l) => `- ${l}`).join("\n") : none);

/** What few meetings have is left out where there is none of it. */
const part = (heading: string, lines: string[]) => (lines.length ? [`## ${heading}`, list(lines, "")] : []);

/** With the reasons and alternatives that were kept under it. */
function decisionLine(decision: Statement): string {
  const { text, person } = decision;
  return [
    escapeMarkdown(text) + (person ? ` (decided by ${escapeMarkdown(person.name)})` : ""),
    ...keptOf(decision, "because").map((said) => `  - Because: ${escapeMarkdown(said)}`),
    ...keptOf(decision, "instead").map((said) => `  - Instead of: ${escapeMarkdown(said)}`),
  ].join("\n");
}

/** The words of the reasons, or of the alternatives, that a reviewer left in. */
function keptOf({ details = [] }: Statement, kind: Detail["kind"]): string[] {
  return details.flatMap((detail) => (detail.kind === kind && detail.kept ? [detail.text] : []));
}

/** What was open from before, by what became of it. */
const isTaken = (as: "done" | "open") => (statement: Statement) => statement.earlier?.as === as;

function promiseLine({ text, person, to, due }: Statement): string {
  const whom = to ? ` to ${escapeMarkdown(to.name)}` : "";
  const who = person ? escapeMarkdown(person.name) : "somebody";
  return `${escapeMarkdown(text)} (promised${whom} by ${who}, ${dueWords(due)})`;
}

function deferredLine({ text, due }: Statement): string {
  if (due?.on) return `${escapeMarkdown(text)} (until ${formatFullDay(due.on)})`;
  return escapeMarkdown(text) + (due?.phrase ? ` (said: “${escapeMarkdown(due.phrase)}”)` : "");
}

function actionLine({ text, person, due }: Statement): string {
  return `${escapeMarkdown(text)} (${person ? escapeMarkdown(person.name) : "nobody yet"}, ${dueWords(due)})`;
}

function questionLine({ text, person }: Statement): string {
  return escapeMarkdown(text) + (person ? ` (${escapeMarkdown(person.name)} decides)` : "");
}

/** A phrase that gives no day is shown as it was said. */
function dueWords(due: Statement["due"]): string {
  if (due?.on) return `due ${formatFullDay(due.on)}`;
  return due?.phrase ? `no date, said: “${escapeMarkdown(due.phrase)}”` : "no date";
}
