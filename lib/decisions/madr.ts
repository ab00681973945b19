import type { DecisionInFull } from "#lib/decisions/queries";
import { formatFullDay } from "#lib/format/dates";
import { escapeMarkdown } from "#lib/format/markdown-escape";

/**
 * A decision as a Markdown Architectural Decision Record, MADR 4.0 (https://adr.github.io/madr): what is known of it,
 * and no heading for what is not. Its context is what was said, word for word.
 */
export function decisionAsMadr({ text, deciderName, heldOn, title, quotes }: DecisionInFull): string {
  const context = quotes.map(
    ({ before, quoted, after, sourceTitle, line }) =>
      `> ${escapeMarkdown(before + quoted + after)}\n>\n> ${escapeMarkdown(sourceTitle)}, line ${line}`,
  );
  return [
    ["---", "status: accepted", ...(heldOn ? [`date: ${heldOn}`] : []), ...decider(deciderName), "---"].join(
      "\n",
    ),
    `# ${escapeMarkdown(text)}`,
    "## Context and Problem Statement",
    `Decided in ${escapeMarkdown(title)}${heldOn ? `, ${formatFullDay(heldOn)}` : ""}.`,
    ...context,
    "## Decision Outcome",
    `Chosen: ${escapeMarkdown(text)}`,
  ]
    .join("\n\n")
    .concat("\n");
}

// As JSON, which is YAML too, whatever characters a name has.
function decider(name: string | null): string[] {
  return name ? [`decision-makers: ${JSON.stringify([name])}`] : [];
}
