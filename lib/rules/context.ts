import type { Page, PageLine } from "#lib/rules/page";
import { leadingNames, type People } from "#lib/rules/people";
import { contentWords, plain, wordCount } from "#lib/rules/wording";

/** What a line is about, "" for nothing in particular, and whose topic that is, "" for nobody's. */
export type Topic = { title: string; of: string };

/** The topic of each line, in the order of the page: the entry of a list above it, or else the heading. */
export function topicsOf(page: Page, people: People): Topic[] {
  const known = READ.get(page) ?? readTopics(page, people);
  READ.set(page, known);
  return known;
}

/** Several readers of one page ask for its topics. */
const READ = new WeakMap<Page, Topic[]>();

function readTopics(page: Page, people: People): Topic[] {
  let path: { indent: number; topic: Topic }[] = [];
  let heading = { said: "", topic: NONE };
  let last = NONE;
  const topicOf = (line: PageLine): Topic => {
    if (line.continues) return last;
    // A label such as "Verdict:" under an entry is no new topic; what stands left of it is over.
    if (line.role === "heading") path = path.filter((above) => above.indent < line.indent);
    if (line.role !== "text") return NONE;
    if (line.topic !== heading.said) heading = { said: line.topic, topic: topicIn(line.topic, NONE, people) };
    const announced = line.writer !== null && TOPIC.exec(line.text)?.[1];
    if (announced) heading = { ...heading, topic: topicIn(announced, NONE, people) };
    path = path.filter((above) => above.indent < line.indent);
    const runIn = line.tag || line.speaker !== null ? undefined : RUN_IN.exec(line.text)?.[1];
    const above = path.at(-1)?.topic ?? heading.topic;
    if (line.bullet) path.push({ indent: line.indent, topic: topicIn(line.text, above, people) });
    return runIn ? topicIn(runIn, above, people) : above;
  };
  return page.lines.map((line) => (last = topicOf(line)));
}

/** "Topic: tests", "next: the certificate", "item 2: talks", as whoever chairs a chat says. */
const TOPIC =
  /^#?(?:sub-?topic|topic|(?:agenda\s+)?item\s*#?\d*|next(?:\s+(?:up|item|topic|is))?|(?:now|on)\s+to|moving\s+on\s+to)\s*[:–-]\s+(\S.{2,80})$/iu;
/** "**RFC 61, cheaper snapshots.** Petra walked us through it": a heading that its paragraph runs on from. */
export const RUN_IN = /^(?:\*\*|__)([^*_]{3,80}?)[.:]?(?:\*\*|__)[.:]?\s+(?=\S)/u;

const NONE: Topic = { title: "", of: "" };

/** What stands under a text is about that; where it is no title, or nobody's, about what the text itself stands under. */
function topicIn(text: string, above: Topic, people: People): Topic {
  const title = titled(text);
  const name = leadingNames(title, people);
  const named = name?.known === true && name.rest.trim() === "";
  const of = named ? name.names[0]! : ownerOf(text, people);
  return { title: (named ? "" : title) || above.title, of: of || above.of };
}

/** "Cleaning up the page (@dana)", "(Dana) Cleaning up the page". */
function ownerOf(text: string, people: People): string {
  const said = plain(text.slice(0, 400)).replace(/^[\d.\s)–—-]+/u, "");
  const found =
    /^[([]([^()[\]]{2,40})[)\]]/u.exec(said) ??
    /[([]([^()[\]]{2,40})[)\]][\s:.]*$/u.exec(said) ??
    REFERENCE.exec(said);
  const head = found && leadingNames(found[1]!, people);
  return head?.known && /^\s*$/.test(head.rest) ? head.names[0]! : "";
}

/** "#123 Dana", "owner/repo#123 - Dana": somebody's pull request. */
const REFERENCE = /^(?:[\w./-]{0,60}#\d{1,6}|PR\s*#?\d{1,6})[\s:–—-]+(@?[\p{L}][\p{L}\p{N} _.'’-]{1,40})$/u;

const MOST = 12;

/** A line as a topic: without numbers, names in brackets and links; "" where it is too long to be one, or says nothing. */
function titled(text: string): string {
  const title = plain(text.slice(0, 400))
    .replace(/\s*\((?:@|https?:)[^()]*\)/g, "")
    .replace(/\s*[([]?https?:\S+/g, "")
    .replace(/^[\d.\s)–—-]+(?=\p{L})/u, "")
    .replace(/[\s:?.,;–—-]+$/u, "");
  return wordCount(title) <= MOST && /\p{L}{2}/u.test(title) && !LABEL.test(title) ? title : "";
}

/** What announces a part of the notes and says nothing of what that is about. */
const LABEL =
  /^(?:done|next|doing|plans?|to-?do|notes?|updates?|others?|other items|misc(?:ellaneous)?|general|discussions?|agenda|topics?|aob|any other business|summary|minutes|links?)$/iu;

const REFERS = /\b(?:it|its|this|that|these|those|them|they|there|here|one|ones|same|so)\b/iu;
/** So many words of content say enough by themselves: a decision is mostly a whole sentence, an action a bare order. */
const ENOUGH = { action: 9, decision: 4 };

/** A statement with what it is about in brackets, where its own words leave that open. */
export function inContext(text: string, kind: "action" | "decision", topic: string): string {
  if (!topic) return text;
  const said = contentWords(text);
  if (said.size > ENOUGH[kind] + (REFERS.test(text) ? 4 : 0)) return text;
  const more = contentWords(topic);
  // Nor what says all of it once more.
  if (
    [...more].every((word) => said.has(word)) ||
    (said.size > 0 && [...said].every((word) => more.has(word)))
  )
    return text;
  return wordCount(text) + wordCount(topic) > 38 ? text : `${text} (${topic})`;
}
