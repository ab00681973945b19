import { leadingNames, looksLikeName, type People } from "#lib/rules/people";
import { baseOf, isVerb, openingVerb } from "#lib/rules/verbs";

/** Who is to do something and what. `by` tells how the text ties the two; the first name, if any, is the owner. */
export type Owned = {
  names: string[];
  rest: string;
  by: "label" | "to" | "will" | "should" | "agreed" | "handle" | "present" | "end";
  known: boolean;
};

const LABEL = /^\s*(?::|[-–—](?=\s)|=>|→)\s*/u;
const TO =
  /^\s+(?:is\s+to|are\s+to|to)\s+(?!the\b|a\b|an\b|our\b|my\b|your\b|this\b|that\b|be\s+(?:able|clear|fair|honest|sure|\p{Ll}+ed)\b)(?=\p{Ll}|\p{Lu}{2,5}\s)/u;
const WILL =
  /^(?:\s+(?:will|shall|is\s+going\s+to|are\s+going\s+to)|['’]ll)\s+(?:then\s+|also\s+)?(?!be\s+(?:able|\p{Ll}+ed)\b|have\s+to\b|not\b|never\b|need\b)(?=\p{Ll})/u;
const SHOULD =
  /^\s+(?:should|must|needs?\s+to|has\s+to|have\s+to|can|may)\s+(?!be\b|have\b|not\b)(?=\p{Ll})/u;
/** "Dana: will renew it" says it twice. */
const WOULD = /^(?:will|to|should|needs\s+to|is\s+going\s+to)\s+(?=\p{Ll})/u;
const AGREED =
  /^\s+(?:(?:has\s+|have\s+)?(?:agreed|volunteere?d|volonteered|offered|promised|committed)|agrees?|volunteers?|offers?|promises?|commits?|plans?|intends?)\s+to\s+(?=\p{Ll})/u;
const TAKES =
  /^\s+(?:takes?|owns?|handles?|leads?|drives?|is\s+responsible\s+for|is\s+on\s+point\s+for)\s+(?=\S)/u;

/** Reads an owner off the head of a text: "Dana: …", "Dana to …", "@dana will …". "I'll …" names nobody. */
export function ownerAtHead(text: string, people: People): Owned | null {
  const mine = /^I(?:['’]ll|\s+will|\s+shall)\s+(?=\p{Ll})/u.exec(text);
  if (mine) return { names: [], rest: text.slice(mine[0].length), by: "will", known: false };
  const head = leadingNames(text, people);
  if (!head) return bareHandle(text);
  const { names, rest, known } = head;
  const ways: [Owned["by"], RegExp][] = [
    ["label", LABEL],
    ["to", TO],
    ["will", WILL],
    ["should", SHOULD],
    ["agreed", AGREED],
  ];
  for (const [by, pattern] of ways) {
    const tie = pattern.exec(rest);
    if (tie) return { names, rest: rest.slice(tie[0].length).replace(WOULD, ""), by, known };
  }
  const takes = TAKES.exec(rest);
  if (takes && known) return { names, rest: baseForm(rest.trimStart()), by: "agreed", known };
  const spoken = rest.trimStart();
  if (names.some((n) => n.startsWith("@")) && openingVerb(spoken))
    return { names, rest: spoken, by: "handle", known };
  const verb = /^\p{Ll}+/u.exec(spoken)?.[0];
  if (verb && baseOf(verb) && (known || !isVerb(names[0]!.split(" ")[0]!)))
    return { names, rest: baseForm(spoken), by: "present", known };
  if (names[0]!.startsWith("@") && spoken !== "")
    return { names, rest: spoken.replace(/^[+,;\s]+/, ""), by: "handle", known };
  return bareHandle(text);
}

/** "ines to renew it": a lower-case name nobody has introduced, before "to" and a verb. */
function bareHandle(text: string): Owned | null {
  const found = /^([\p{L}][\p{L}\p{N}_.-]{1,29})\s+to\s+(?=(\p{Ll}[\p{L}-]*))/u.exec(text);
  if (!found || isVerb(found[1]!) || !isVerb(found[2]!) || NO_HANDLE.test(found[1]!)) return null;
  return { names: [found[1]!], rest: text.slice(found[0].length), by: "to", known: false };
}

const NO_HANDLE =
  /ing$|ed$|^(?:we|i|you|they|it|need|needs|want|wants|like|how|what|when|where|who|which|way|ways|time|plan|plans|able|going|ready|due|easy|hard|free|happy|and|or|but|not|us|them|him|her|me|everyone|someone|anyone|anybody|somebody|people|folks|all|team|one|chance|option|options|intent|goal|aim|idea|proposal|decision|request|reminder|as|so|in|try|trying|ought|have|has|had|used|back|next|agree|reluctant|question|questions|nothing|something|more|best|is|are|was)$/iu;

const AT_END =
  /\s*(?:[([{]\s*(?:(?:owner|assignee|assigned to|assigned|who|by|for|lead|responsible|dri)\s*[:=]?\s+)?([^()[\]{}]{2,80}?)\s*[)\]}]|(?:[-–—|]{1,2}|,?\s*(?:owner|assignee|assigned to)\s*:)\s+([^()[\]{}:;]{2,60}?)|\s((?:@[\w-]+[\s,&]*)+))[.\s]*$/iu;

/** Reads an owner off the end of a text: "… (Dana)", "… — Dana", "… @dana", "… (owner: Dana, Friday)". */
export function ownerAtEnd(text: string, people: People): Owned | null {
  const from = Math.max(0, text.length - 160);
  const found = AT_END.exec(text.slice(from));
  if (!found) return null;
  const inside = (found[1] ?? found[2] ?? found[3] ?? "").trim();
  const head = leadingNames(inside, people);
  if (!head) return null;
  const after = head.rest.trim();
  const spelled = head.known || head.names.every((n) => looksLikeName(n, people) && !/^\p{Lu}{2,}$/u.test(n));
  if (!spelled || (after !== "" && !/^[,;:-]|^(?:by|on|before|until|due|next|this|\?)\b/.test(after)))
    return null;
  const kept =
    found[1] && after
      ? `${text.slice(0, from + found.index)}${after.replace(/^[,;:\s-]+/, " (")})`
      : text.slice(0, from + found.index);
  return { names: head.names, rest: kept, by: "end", known: head.known };
}

/** "sends the form" as an order: "send the form". */
function baseForm(text: string): string {
  const verb = /^\p{L}+/u.exec(text)?.[0] ?? "";
  const base =
    baseOf(verb) ??
    ({ owns: "own", leads: "lead", drives: "drive", is: "be" } as Record<string, string>)[verb] ??
    verb;
  return base + text.slice(verb.length);
}
