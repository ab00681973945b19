import { OFFICES } from "#lib/rules/offices";
import { type LeadingNames, leadingNames, looksLikeName, type People } from "#lib/rules/people";
import { leadingRole } from "#lib/rules/roles";
import { baseOf, baseOfIng, isVerb, openingVerb } from "#lib/rules/verbs";

/** Who is to do something and what. `by` tells how the text ties the two; the first name, if any, is the owner. */
export type Owned = {
  names: string[];
  rest: string;
  by: "label" | "to" | "will" | "should" | "agreed" | "handle" | "present" | "busy" | "end";
  known: boolean;
};

const LABEL = /^\s*(?::|[-–—](?=\s)|=>|→)\s*/u;
const TO =
  /^\s+(?:is\s+to|are\s+to|to)\s+(?!the\b|a\b|an\b|our\b|my\b|your\b|this\b|that\b|be\s+(?:able|clear|fair|honest|sure|\p{Ll}+ed)\b)(?=\p{Ll}|\p{Lu}{2,5}\s)/u;
const WILL =
  /^(?:\s+(?:will|shall|is\s+going\s+to|are\s+going\s+to)|['’]ll|['’]s\s+going\s+to)\s+(?:then\s+|also\s+|now\s+|probably\s+|be\s+(?=\p{L}{3,}ing\s))?(?!be\b|have\s+to\b|not\b|never\b|need\b|no\s+longer\b)(?=\p{Ll})/u;
const SHOULD =
  /^\s+(?:still\s+|also\s+|then\s+|probably\s+)?(?:should|must|needs?\s+to|has\s+to|have\s+to|can|may)\s+(?:probably\s+|then\s+|also\s+)?(?!be\b|have\b|not\b|never\b)(?=\p{Ll})/u;
/** "Dana: will renew it" says it twice. */
const WOULD = /^(?:will|to|should|needs\s+to|is\s+going\s+to)\s+(?=\p{Ll})/u;
const AGREED =
  /^\s+(?:(?:has\s+|have\s+)?(?:agreed|volunteere?d|volonteered|offered|promised|committed)|agrees?|volunteers?|offers?|promises?|commits?|plans?|intends?)\s+to\s+(?=\p{Ll})/u;
/** "Dana took an action to …", "Dana was asked to …", "Dana said she would …". */
const GIVEN =
  /^(?:\s+(?:is|was|were|are|has\s+been|have\s+been)\s+(?:asked|tasked|assigned|directed|instructed|requested|authori[sz]ed|charged|nominated|appointed|designated)\s+to|\s+(?:takes?|took|has|have|had|accepts?|accepted|gets?|got)\s+(?:an?|the|that|this)\s+(?:action|task|job|to-?do|AI|AR)(?:[- ](?:item|point))?\s+(?:to|of)|\s+(?:says?|said|mention(?:s|ed)|confirm(?:s|ed)|note[sd]|indicated|stated|promise[sd]|agree[sd])\s+(?:that\s+)?(?:s?he|they)(?:['’]ll|['’]d|\s+(?:will|would|is\s+going\s+to|was\s+going\s+to|can)))\s+(?:also\s+|then\s+|try\s+to\s+)?(?!be\b|have\b|not\b|never\b|rather\b|like\b|prefer\b|love\b)(?=\p{Ll})/u;
/** "Dana volunteered for taking notes", "Dana is responsible for calling them". */
const DOING =
  /^\s+(?:(?:is|was|were|are|has\s+been)\s+(?:tasked|charged|entrusted)\s+with|(?:is|was|are|were|will\s+be)\s+(?:responsible|on\s+(?:point|deck)|in\s+charge|accountable)\s+(?:for|of)|volunteer(?:s|ed)?\s+for|(?:takes?|took|will\s+take)\s+(?:care\s+of|on|over))\s+(?=\p{Ll}{2,}ing\s)/u;
/** "Dana is writing the guide by Friday". */
const BUSY =
  /^(?:\s+(?:is|are)|['’]s)\s+(?:now\s+|currently\s+|also\s+|still\s+)?(?=(?!hoping|planning|going|thinking|asking|wondering)\p{Ll}{2,}ing\s+\p{L})|^(?:\s+(?:hopes?|wants?|aims?|would\s+like|is\s+(?:planning|hoping|happy|willing|going\s+to\s+try))\s+to\s+)(?!be\b|see\b|know\b|hear\b|understand\b)(?=\p{Ll})/u;
const TAKES =
  /^\s+(?:takes?|owns?|handles?|leads?|drives?|is\s+responsible\s+for|is\s+on\s+point\s+for)\s+(?=\S)/u;

/** Reads an owner off the head of a text: "Dana: …", "Dana to …", "@dana will …". "I'll …" names nobody. */
export function ownerAtHead(text: string, people: People): Owned | null {
  const mine = /^I(?:['’]ll|\s+(?:will|shall|can|could))\s+(?=\p{Ll})/u.exec(text);
  if (mine) return { names: [], rest: text.slice(mine[0].length), by: "will", known: false };
  const head = headOf(text, people);
  if (!head) return bareHandle(text);
  const { names, known, isRole = false } = head;
  // "Dana (support) will renew it"
  const rest = head.rest.replace(/^\s*\([^()]{1,40}\)(?=\s)/u, "");
  const ways: [Owned["by"], RegExp][] = [
    ["label", LABEL],
    ["to", TO],
    ["will", WILL],
    ["should", SHOULD],
    ["agreed", AGREED],
    ["agreed", GIVEN],
    ["agreed", DOING],
  ];
  for (const [by, pattern] of ways) {
    const tie = pattern.exec(rest);
    // What a body should do is often what it is there for.
    const sure = known && !(isRole && by === "should");
    if (tie) return { names, rest: asOrder(rest.slice(tie[0].length).replace(WOULD, "")), by, known: sure };
  }
  const busy = known ? BUSY.exec(rest) : null;
  if (busy) return { names, rest: asOrder(rest.slice(busy[0].length)), by: "busy", known };
  const takes = TAKES.exec(rest);
  if (takes && known) return { names, rest: baseForm(rest.trimStart()), by: "agreed", known };
  const spoken = rest.trimStart();
  if (names.some((n) => n.startsWith("@")) && openingVerb(spoken))
    return { names, rest: spoken, by: "handle", known };
  const verb = /^\p{Ll}+/u.exec(spoken)?.[0];
  // "Kim and Bo hang up a notice"
  if (verb && names.length > 1 && known && isVerb(verb)) return { names, rest: spoken, by: "present", known };
  if (verb && baseOf(verb) && !isRole && (known || !isVerb(names[0]!.split(" ")[0]!)))
    return { names, rest: baseForm(spoken), by: "present", known };
  if (names[0]!.startsWith("@") && spoken !== "")
    return { names, rest: spoken.replace(/^[+,;\s]+/, ""), by: "handle", known };
  return bareHandle(text);
}

/** "Committee member Ruiz", "Nurse manager Adeyemi": an office before the name. */
const OFFICE = new RegExp(
  `^(?:the\\s+)?(?:[\\p{L}-]+\\s+){0,2}(?:${OFFICES}|member|councillor|commissioner|officer|nurse|captain|professor|mayor|principal|pastor|coach)\\s+(?=\\p{L})`,
  "iu",
);

/** The names a text opens with; where a role says who, the role. A name nobody knows and a verb are no name. */
function headOf(text: string, people: People): (LeadingNames & { isRole?: boolean }) | null {
  const plainly = leadingNames(text, people);
  const bare = plainly?.known ? text : text.replace(OFFICE, "");
  const head = bare !== text && /^\p{Lu}\p{Ll}/u.test(bare) ? leadingNames(bare, people) : plainly;
  const role = head?.known ? null : leadingRole(text);
  // "SIG Network" is longer than the role in it.
  if (role && head && head.rest.length < role.rest.length) return { ...head, known: true, isRole: true };
  if (role) return { ...role, isRole: true };
  return head && !head.known && head.names.length === 1 && isVerb(head.names[0]!) ? null : head;
}

/** "writing the guide" as an order: "write the guide". */
function asOrder(text: string): string {
  const word = /^\p{Ll}{2,}ing(?=\s)/u.exec(text)?.[0];
  const base = word && baseOfIng(word);
  return base ? base + text.slice(word.length) : text;
}

/** "ines to renew it": a lower-case name nobody has introduced, before "to" and a verb. */
function bareHandle(text: string): Owned | null {
  const found = /^(\p{Ll}[\p{L}\p{N}_.-]{1,29})\s+to\s+(?=(\p{Ll}[\p{L}-]*))/u.exec(text);
  if (!found || isVerb(found[1]!) || !isVerb(found[2]!) || NO_HANDLE.test(found[1]!)) return null;
  return { names: [found[1]!], rest: text.slice(found[0].length), by: "to", known: false };
}

const NO_HANDLE =
  /ing$|ed$|^(?:just|only|here|there|want|we|i|you|they|it|need|needs|want|wants|like|how|what|when|where|who|which|way|ways|time|plan|plans|able|going|ready|due|easy|hard|free|happy|and|or|but|not|us|them|him|her|me|everyone|someone|anyone|anybody|somebody|people|folks|all|team|one|chance|option|options|intent|goal|aim|idea|proposal|decision|request|reminder|as|so|in|try|trying|ought|offers|asks|hopes|promises|volunteers|agrees|tries|intends|aims|proposes|suggests|have|has|had|used|back|next|agree|reluctant|question|questions|nothing|something|more|best|is|are|was)$/iu;

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
