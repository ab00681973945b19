import { escapeHtml } from "#lib/format/html";
import { type Block, parseMarkdown } from "#lib/format/markdown";
import type { Inline } from "#lib/format/markdown-inline";

/** The words of a page as a mail in plain text has them. */
export function markdownToPlain(markdown: string): string {
  return parseMarkdown(markdown)
    .map((block) => plainBlock(block, ""))
    .join("\n\n")
    .concat("\n");
}

/** The same in HTML, with every word escaped: paragraphs, headings, lists and emphasis alone. */
export function markdownToHtml(markdown: string): string {
  return parseMarkdown(markdown).map(htmlBlock).join("");
}

function plainBlock(block: Block, indent: string): string {
  switch (block.kind) {
    case "list":
      return block.entries
        .map(({ blocks }) => `${indent}- ${blocks.map((one) => plainBlock(one, `${indent}  `)).join("\n")}`)
        .join("\n");
    case "quote":
      return block.blocks.map((one) => `> ${plainBlock(one, indent)}`).join("\n");
    case "code":
      return block.text;
    case "rule":
      return "---";
    default:
      return block.children.map(plainInline).join("");
  }
}

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "break":
      return "\n";
    default:
      return inline.children.map(plainInline).join("");
  }
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case "list":
      return `<ul>${block.entries.map(({ blocks }) => `<li>${blocks.map(htmlBlock).join("")}</li>`).join("")}</ul>`;
    case "quote":
      return `<blockquote>${block.blocks.map(htmlBlock).join("")}</blockquote>`;
    case "code":
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case "rule":
      return "<hr>";
    case "heading":
      return `<h${block.level}>${block.children.map(htmlInline).join("")}</h${block.level}>`;
    default:
      return `<p>${block.children.map(htmlInline).join("")}</p>`;
  }
}

function htmlInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return escapeHtml(inline.text);
    case "break":
      return "<br>";
    case "strong":
      return `<strong>${inline.children.map(htmlInline).join("")}</strong>`;
    default:
      return inline.children.map(htmlInline).join("");
  }
}
