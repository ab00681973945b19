/** Words of a source as Markdown that shows them as they are: no link, heading, list, table, emphasis or HTML of their own. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>|~&@#]/g, "\\$&")
    .replace(/^[+-]/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&");
}
