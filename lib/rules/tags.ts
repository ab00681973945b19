import { actionFrom, type Found, pointFrom, type Stretch } from "#lib/rules/item";
import type { Page, PageLine } from "#lib/rules/page";
import type { People } from "#lib/rules/people";

/** What a tag at the head of a line makes of it. A proposal is a decision only once it was agreed to. */
export type TagKind = "action" | "decision" | "question" | "proposal";

/** A tagged stretch: `from` is where the tag begins, `at` where what it says does. */
export type Tagged = Stretch & { kind: TagKind; person: string; line: PageLine };

// A number after the tag ("ACTION 12.3"), an owner in brackets ("AI(Dana)"), then a colon, a dash or the end of the bold.
const AFTER =
  "(?:[ \\t]*#?\\d{1,4}(?:[.-]\\d{1,4})*)?(?:[ \\t]*[([]([^()\\[\\]\\n]{1,40})[)\\]])?(?:[ \\t]*(?:\\*\\*|__|\\])?[ \\t]*(?:[:\\uFF1A]+|[-–—](?=\\s))|[ \\t]*(?:\\*\\*|__|\\]))(?:\\*\\*|__|\\])?[ \\t]*";
const OPENING = "^(?:\\*\\*|__|\\[|[^\\p{L}\\p{N}\\s@#(<\\[*_`-]{1,4}[ \\t]*)*[ \\t]*";
const tag = (words: string, flags = "iu") => new RegExp(`${OPENING}(?:${words})${AFTER}`, flags);

const TAGS: [TagKind, RegExp][] = [
  [
    "proposal",
    tag(
      "(?:(?:pre|draft|pseudo|counter|revised|new|first|second)[- ])?(?:proposal|proposed(?: (?:resolution|decision))?|motion|straw ?poll|poll)(?: to [^:]{1,40})?",
    ),
  ],
  [
    "action",
    tag(
      "(?:new )?actions?(?: ?(?:items?|points?|required|needed))?|to-?dos?|tasks?|follow-?ups?|next steps?",
    ),
  ],
  ["action", tag("AIs?|APs?|TO ?DO", "u")],
  ["action", new RegExp(`${OPENING}(?:TODO|TO-DO|ACTION)[ \\t]+(?=[\\p{Lu}@])`, "u")],
  [
    "decision",
    tag(
      "decisions?|decided|agreed|agreement|resolutions?|resolved|resolve|verdict|consensus|conclusion|approved|accepted|ruling",
    ),
  ],
  [
    "decision",
    new RegExp(
      `${OPENING}(?:DECISION|DECIDED|RESOLVED|AGREED|RESOLUTION)[ \\t]+(?=(?:that |to )?\\p{L})`,
      "u",
    ),
  ],
  [
    "question",
    tag(
      "(?:open )?questions?(?: raised)?|open (?:issue|point|item)|tbd|tbc|to be (?:decided|discussed|confirmed)|unresolved|parked|parking lot",
    ),
  ],
  ["question", tag("Q", "u")],
];
/** Tags that stand within a line: "… ACTION: Dana to fix it". Only in capitals, as nobody speaks like that. */
const WITHIN =
  /(?<=[\s(.;])(ACTION(?: ITEM)?|TODO|DECISION|AGREED|RESOLVED|RESOLUTION|QUESTION)[ \t]*:[ \t]*(?=\S)/u;
const HASHTAG =
  /(?:^|\s)#(action|actionitem|todo|ai|decision|decided|agreed|accepted|resolved|question|openquestion)\b:?[ \t]*/iu;
const OF_HASHTAG: Record<string, TagKind> = {
  decision: "decision",
  decided: "decision",
  agreed: "decision",
  accepted: "decision",
  resolved: "decision",
  question: "question",
  openquestion: "question",
};

/** Reads the tag of a line; null where it has none. */
export function tagOf(line: PageLine): Tagged | null {
  const end = line.at + line.text.length;
  for (const [kind, pattern] of TAGS) {
    const found = pattern.exec(line.text.slice(0, 160));
    if (found)
      return {
        kind,
        from: line.at,
        at: line.at + found[0].length,
        end,
        person: found[1]?.trim() ?? "",
        line,
      };
  }
  const hash = HASHTAG.exec(line.text);
  if (hash) {
    const kind = OF_HASHTAG[hash[1]!.toLowerCase()] ?? "action";
    const before = line.text.slice(0, hash.index).trim();
    // "Renew it by Friday #action" says it before the tag, "#action renew it" after.
    const after = line.text.slice(hash.index + hash[0].length).trim();
    if (before.length > after.length)
      return { kind, from: line.at, at: line.at, end: line.at + hash.index, person: "", line };
    return {
      kind,
      from: line.at + hash.index + (hash[0].startsWith("#") ? 0 : 1),
      at: end - after.length,
      end,
      person: "",
      line,
    };
  }
  const within = WITHIN.exec(line.text);
  if (!within) return null;
  const kind = /^A(?:CT)|TODO/.test(within[1]!)
    ? "action"
    : within[1] === "QUESTION"
      ? "question"
      : "decision";
  const from = line.at + within.index;
  return { kind, from, at: from + within[0].length, end, person: "", line };
}

/** Reads every tagged line; proposals are left to whoever knows how they were received. */
export function fromTags(page: Page, people: People): Found[] {
  return page.lines.flatMap((line) => {
    if (line.role !== "text" || line.section === "past" || line.box === "done") return [];
    const tagged = tagOf(line);
    if (!tagged || tagged.kind === "proposal") return [];
    return pieces(page.text, tagged).flatMap((piece) => itemOf(page.text, piece, people) ?? []);
  });
}

function itemOf(source: string, tagged: Tagged, people: People): Found | null {
  const said = source.slice(tagged.at, tagged.end);
  if (tagged.kind === "action") {
    if (SETTLED.test(said)) return pointFrom("decision", source, tagged);
    if (OVER.test(said)) return null;
    return actionFrom(source, tagged, people, tagged.person);
  }
  return tagged.kind === "proposal" ? null : pointFrom(tagged.kind, source, tagged);
}

/** "ACTION: the proposal is approved" records a decision, whatever its tag says. */
const SETTLED =
  /^(?!.*\bto be\b).{0,200}\b(?:is|was|has been|are|were)?\s*(?:approved|accepted|adopted|rejected|agreed|declined)[.!]?\s*$/iu;
/** A tagged action that the notes themselves report as done. */
const OVER =
  /\bstatus:\s*(?:complete[d]?|done|closed)\b|[-–—(]\s*(?:done|complete[d]?|closed)\s*\)?[.!]?\s*$/iu;

/** "Actions: Dana to renew it; Bo to call" holds two. */
function pieces(source: string, tagged: Tagged): Tagged[] {
  const label = source.slice(tagged.from, tagged.at);
  const said = source.slice(tagged.at, tagged.end);
  if (!/s\W*$/i.test(label) || !said.includes(";")) return [tagged];
  let at = tagged.at;
  return said.split(";").map((part) => {
    const lead = part.length - part.trimStart().length;
    const piece = { ...tagged, from: at + lead, at: at + lead, end: at + part.trimEnd().length };
    at += part.length + 1;
    return piece;
  });
}
