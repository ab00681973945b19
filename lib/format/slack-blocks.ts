import { type Block, type ListEntry, parseMarkdown } from "#lib/format/markdown";
import type { Inline } from "#lib/format/markdown-inline";

/** A block of a Slack message (Block Kit), of the three kinds that a page becomes. */
export type SlackBlock =
  | { type: "header"; block_id: string; text: { type: "plain_text"; text: string; emoji: false } }
  | { type: "section"; text: { type: "mrkdwn"; text: string; verbatim: true } };

/** Slack's own limits: blocks in a message, characters in a section and in a header. */
const MOST_BLOCKS = 50;
const LONGEST_SECTION = 3000;
const LONGEST_HEADER = 150;
const CUT = "_It goes on: the whole page is in Countersign._";

/**
 * A page as blocks of one Slack message. `marker` is the `block_id` of the first, by which the message is found again.
 * Nothing in the text can mention anybody or call a channel: what opens such a token in Slack is escaped, and `verbatim`
 * keeps Slack from finding names and links of its own. A page of more than 49 sections is cut and says so.
 */
export function slackBlocks(title: string, markdown: string, marker: string): SlackBlock[] {
  const sections = packed(parseMarkdown(markdown).map((block) => linesOf(block, 0).join("\n")));
  const fitting = sections.length < MOST_BLOCKS ? sections : [...sections.slice(0, MOST_BLOCKS - 2), CUT];
  const header = { type: "plain_text", text: shortened(title, LONGEST_HEADER), emoji: false } as const;
  return [
    { type: "header", block_id: marker, text: header },
    ...fitting.map(
      (text): SlackBlock => ({ type: "section", text: { type: "mrkdwn", text, verbatim: true } }),
    ),
  ];
}

/** Text that Slack shows as it is: the three characters that open its tokens and entities, as its documentation has it. */
export function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** One line of at most so many characters. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim() || "Countersign";
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}

function linesOf(block: Block, depth: number): string[] {
  switch (block.kind) {
    case "heading":
      return [`*${wordsOf(block.children, { bold: true })}*`];
    case "paragraph":
      return wordsOf(block.children).split("\n");
    case "list":
      return block.entries.flatMap((entry, at) =>
        entryLines(entry, block.ordered ? `${block.start + at}. ` : "• ", depth),
      );
    case "quote":
      return block.blocks.flatMap((inner) => linesOf(inner, depth)).map((line) => `> ${line}`);
    case "code":
      return ["```", ...escapeSlack(block.text.replaceAll("```", "'''")).split("\n"), "```"];
    case "rule":
      return ["———"];
  }
}

function entryLines({ checked, blocks }: ListEntry, sign: string, depth: number): string[] {
  const box = checked === null ? "" : checked ? "☑ " : "☐ ";
  const [first = "", ...rest] = blocks.flatMap((block) => linesOf(block, depth + 1));
  return [`${sign}${box}${first}`, ...rest.map((line) => `    ${line}`)];
}

/** Slack has no emphasis inside emphasis of the same kind: the outer one stays. */
function wordsOf(children: Inline[], inside: { bold?: boolean; italic?: boolean } = {}): string {
  return children.map((child) => wordOf(child, inside)).join("");
}

function wordOf(child: Inline, inside: { bold?: boolean; italic?: boolean }): string {
  switch (child.kind) {
    case "text":
      return escapeSlack(child.text);
    case "break":
      return "\n";
    case "code":
      return `\`${escapeSlack(child.text)}\``;
    case "strong":
      return marked("*", wordsOf(child.children, { ...inside, bold: true }), inside.bold);
    case "emphasis":
      return marked("_", wordsOf(child.children, { ...inside, italic: true }), inside.italic);
    case "link":
      return linkOf(child.href, wordsOf(child.children, inside));
  }
}

function marked(sign: string, words: string, already?: boolean): string {
  return already || !words.trim() ? words : `${sign}${words}${sign}`;
}

/** A label that holds a sign of the token itself would end it early. */
function linkOf(href: string, label: string): string {
  const target = escapeSlack(href).replaceAll("|", "%7C");
  return /[|\n]/.test(label) || !label.trim() ? `${label} <${target}>` : `<${target}|${label}>`;
}

/** Paragraphs put together into sections as long as they may be. */
function packed(paragraphs: string[]): string[] {
  const sections: string[] = [];
  for (const piece of paragraphs.filter((text) => text.trim()).flatMap(fitting)) {
    const last = sections.at(-1);
    if (last !== undefined && last.length + piece.length + 2 <= LONGEST_SECTION)
      sections[sections.length - 1] = `${last}\n\n${piece}`;
    else sections.push(piece);
  }
  return sections;
}

/** A paragraph in pieces that each fit, cut where a line or else a word ends, and never inside a token or an entity. */
function fitting(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST_SECTION) {
    const at = cutAt(rest);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest ? [...pieces, rest] : pieces;
}

function cutAt(text: string): number {
  const start = text.slice(0, LONGEST_SECTION);
  const open = start.lastIndexOf("<");
  const before = open > start.lastIndexOf(">") && open > 0 ? start.slice(0, open) : start;
  const line = before.lastIndexOf("\n");
  if (line > 0) return line;
  const word = before.lastIndexOf(" ");
  if (word > 0) return word;
  const entity = /&[a-z]{0,4}$|[\uD800-\uDBFF]$/.exec(before);
  return entity && entity.index > 0 ? entity.index : before.length;
}
