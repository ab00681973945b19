import { readsLikeInstruction } from "#lib/grounding/instruction";
import { inContext, type Topic, topicsOf } from "#lib/rules/context";
import { actionFrom, EXPLICIT, type Found, pointFrom } from "#lib/rules/item";
import { ownerAtHead } from "#lib/rules/owner";
import type { Page } from "#lib/rules/page";
import type { People } from "#lib/rules/people";
import { isOver } from "#lib/rules/states";
import type { Tagged } from "#lib/rules/tag-of";
import { isVague, openingVerb } from "#lib/rules/verbs";
import { contentWords, plain, statement, wordCount } from "#lib/rules/wording";

/** Reads every tagged line; proposals are left to whoever knows how they were received. */
export function fromTags(page: Page, people: People): Found[] {
  const topics = topicsOf(page, people);
  return page.lines.flatMap((line, i) => {
    const { tag } = line;
    if (!tag || tag.kind === "proposal" || line.section === "past") return [];
    // "✅ Decision: …" ticks nothing off.
    if (line.box === "done" && tag.kind !== "decision") return [];
    const found = pieces(page.text, tag).flatMap((piece) => itemOf(page.text, piece, people) ?? []);
    return found.length ? found.map((f) => under(f, topics[i]!)) : verdictOn(page, i, tag);
  });
}

/** A short order, "TODO: comment on it", needs to be told what it is about; under somebody's topic it is theirs. */
function under(found: Found, { title, of }: Topic): Found {
  if (found.kind !== "action") return found;
  const bare = contentWords(found.text).size <= 3;
  return {
    ...found,
    text: bare ? inContext(found.text, "action", title) : found.text,
    person: found.person || of,
  };
}

/**
 * Verdicts that give somebody something to do: "Verdict: Dana will ask the board"; and, for notes that mark no actions
 * of their own, those that don't say who: "Verdict: ask the board".
 */
export function ordersAmong(decided: Found[], page: Page, people: People): Found[] {
  const marked = decided.some(({ kind }) => kind === "action");
  const topics = topicsOf(page, people);
  const lines = page.lines.filter(({ role }) => role === "text");
  return decided.flatMap((found) => {
    const order = found.text.replace(/^(?:yes|ok|okay|agreed|approved)[\s,.:–—-]+/iu, "");
    if (found.kind !== "decision") return [];
    const owned = ownerAtHead(order, people);
    if (owned?.known && owned.names[0] && GIVES.test(owned.by) && openingVerb(owned.rest))
      return [
        {
          ...found,
          kind: "action" as const,
          text: statement(owned.rest),
          person: owned.names[0],
          beside: true,
        },
      ];
    const verb = marked ? null : openingVerb(order);
    if (!verb || STAYS.test(verb) || (isVague(verb) && wordCount(order) < 6)) return [];
    const line = lines.findLast(({ from }) => from <= found.start);
    const { title, of } = (line && topics[line.number - 1]) ?? { title: "", of: "" };
    const text = inContext(statement(order), "action", title);
    return [{ ...found, kind: "action" as const, text, person: of, beside: true }];
  });
}

const GIVES = /^(?:to|will|agreed)$/;

/** To keep or to accept something is decided, and done with that. */
const STAYS =
  /^(?:keep|accept|adopt|agree|allow|approve|continue|stay|stick|use|go|move|reject|postpone|defer|delay|leave|start|stop|skip|choose|pick|target|support|deprecate|enable|disable|define|require|promote|treat)$/;

/** "Approved", tagged under an item of a list, is a decision about that item. */
function verdictOn(page: Page, i: number, tag: Tagged): Found[] {
  const line = page.lines[i]!;
  const word = plain(page.text.slice(tag.at, tag.end));
  if (tag.kind !== "decision" || line.indent === 0 || !/^\p{L}{4,}[.!]?$/u.test(word)) return [];
  const above = page.lines.slice(Math.max(0, i - 30), i).findLast((l) => l.bullet && l.indent < line.indent);
  const about = above && plain(above.text);
  return about
    ? [
        {
          kind: "decision",
          text: statement(`${about}: ${word}`),
          person: "",
          due: "",
          start: tag.from,
          end: tag.end,
          weight: EXPLICIT,
        },
      ]
    : [];
}

function itemOf(source: string, tagged: Tagged, people: People): Found | null {
  const said = source.slice(tagged.at, tagged.end);
  if (tagged.kind === "action") {
    if (SETTLED.test(said) && !readsLikeInstruction(said)) return pointFrom("decision", source, tagged);
    if (isOver(said)) return null;
    return actionFrom(source, tagged, people, [tagged.person]);
  }
  return tagged.kind === "proposal" ? null : pointFrom(tagged.kind, source, tagged);
}

/** "ACTION: the proposal is approved" records a decision, whatever its tag says. */
const SETTLED =
  /^(?!.*\bto be\b).{0,200}\b(?:is|was|has been|are|were)?\s*(?:approved|accepted|adopted|rejected|agreed|declined)[.!]?\s*$/iu;
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
