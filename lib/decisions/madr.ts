import type { DecisionInFull } from "#lib/decisions/queries";
import { formatFullDay } from "#lib/format/dates";
import { escapeMarkdown } from "#lib/format/markdown-escape";

/**
 * A decision as a Markdown Architectural Decision Record, MADR 4.0 (https://adr.github.io/madr): what is known of it,
 * and no heading for what is not. Its context is what was said, word for word.
 */
export function decisionAsMadr(decision: DecisionInFull): string {
  const { text, deciderName, heldOn, title, because, instead, quotes, supersededBy } = decision;
  const status = supersededBy ? "superseded" : "accepted";
  const context = quotes.map(
    ({ before, quoted, after, sourceTitle, line }) =>
      `> ${escapeMarkdown(before + quoted + after)}\n>\n> ${escapeMarkdown(sourceTitle)}, line ${line}`,
  );
  return [
    ["---", `status: ${status}`, ...(heldOn ? [`date: ${heldOn}`] : []), ...decider(deciderName), "---"].join(
      "\n",
    ),
    `# ${escapeMarkdown(text)}`,
    "## Context and Problem Statement",
    `Decided in ${escapeMarkdown(title)}${heldOn ? `, ${formatFullDay(heldOn)}` : ""}.`,
    ...context,
    ...(instead.length ? ["## Considered Options", listed([text, ...instead])] : []),
    "## Decision Outcome",
    `Chosen: ${escapeMarkdown(text)}${because.length ? ", because:" : ""}`,
    ...(because.length ? [listed(because)] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

function listed(lines: string[]): string {
  return lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");
}

// As JSON, which is YAML too, whatever characters a name has.
function decider(name: string | null): string[] {
  return name ? [`decision-makers: ${JSON.stringify([name])}`] : [];
}
