import type { Page, PageLine } from "#lib/rules/page";
import { leadingNames, type People } from "#lib/rules/people";
import { contentWords, plain, wordCount } from "#lib/rules/wording";

/** What a line is about, "" for nothing in particular, and whose topic that is, "" for nobody's. */
export type Topic = { title: string; of: string };

/** The topic of each line, in the order of the page: the entry of a list above it, or else the heading. */
export function topicsOf(page: Page, people: People): Topic[] {
  let path: PageLine[] = [];
  return page.lines.map((line) => {
    if (line.role === "heading") path = [];
    if (line.role !== "text") return { title: "", of: "" };
    path = path.filter((above) => above.indent < line.indent);
    const above = path.at(-1);
    const of = [...path.map((entry) => entry.text), line.topic]
      .map((text) => ownerOf(text, people))
      .findLast(Boolean);
    if (line.bullet) path.push(line);
    return { title: titled(above ? above.text : line.topic) || titled(line.topic), of: of ?? "" };
  });
}

/** "Cleaning up the page (@dana)", "(Dana) Cleaning up the page". */
function ownerOf(text: string, people: People): string {
  const said = plain(text.slice(0, 400)).replace(/^[\d.\s)–—-]+/u, "");
  const found = /^[([]([^()[\]]{2,40})[)\]]/u.exec(said) ?? /[([]([^()[\]]{2,40})[)\]][\s:.]*$/u.exec(said);
  const head = found && leadingNames(found[1]!, people);
  return head?.known && /^\s*$/.test(head.rest) ? head.names[0]! : "";
}

const MOST = 12;

/** A line as a topic: without numbers, names in brackets and links; "" where it is too long to be one, or says nothing. */
function titled(text: string): string {
  const title = plain(text.slice(0, 400))
    .replace(/\s*\((?:@|https?:)[^()]*\)/g, "")
    .replace(/\s*[([]?https?:\S+/g, "")
    .replace(/^[\d.\s)–—-]+(?=\p{L})/u, "")
    .replace(/[\s:?.,;–—-]+$/u, "");
  return wordCount(title) <= MOST && /\p{L}{2}/u.test(title) ? title : "";
}

const REFERS = /\b(?:it|its|this|that|these|those|them|they|there|here|one|ones|same|so)\b/iu;
/** So many words of content say enough by themselves: a decision is mostly a whole sentence, an action a bare order. */
const ENOUGH = { action: 9, decision: 4 };

/** A statement with what it is about in brackets, where its own words leave that open. */
export function inContext(text: string, kind: "action" | "decision", topic: string): string {
  if (!topic) return text;
  const said = contentWords(text);
  const more = [...contentWords(topic)].filter((word) => !said.has(word));
  if (more.length === 0 || said.size > ENOUGH[kind] + (REFERS.test(text) ? 4 : 0)) return text;
  return wordCount(text) + wordCount(topic) > 38 ? text : `${text} (${topic})`;
}
