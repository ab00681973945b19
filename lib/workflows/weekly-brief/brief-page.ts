import { escapeMarkdown } from "#lib/format/markdown-escape";
import type { Statement } from "#lib/grounding/statement";

const PARTS = [
  ["needs", "Needs attention"],
  ["week", "The week"],
  ["wins", "Went well"],
] as const;

/** The page of a brief, of what a person kept: its sentence, then what needs somebody, the figures, and what went well. */
export function briefPage(title: string, statements: Statement[]): string {
  const of = (section: string) =>
    statements
      .filter((statement) => statement.kept && statement.section === section)
      .map(({ text }) => escapeMarkdown(text));
  const parts = PARTS.flatMap(([section, heading]) => {
    const lines = of(section).map((line) => `- ${line}`);
    return lines.length > 0 ? [`## ${heading}`, lines.join("\n")] : [];
  });
  return [`# ${escapeMarkdown(title)}`, ...of("headline").map(ended), ...parts].join("\n\n").concat("\n");
}

const ended = (sentence: string) => (/[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`);
