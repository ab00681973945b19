const BEFORE = "(?:^|[-–—:;(,[.|]\\s*|\\bstatus\\s*(?:is|:)\\s*)";
const DONE =
  /\bstatus\s*:\s*(?:complete[d]?|done|closed|resolved)\b|[-–—([]\s*(?:done|complete[d]?|closed|resolved)\s*[)\]]?[.!]?\s*$|[✅✔☑]\s*$/iu;
const OPEN = new RegExp(
  `${BEFORE}(?:still\\s+)?(?:open|pending|on-?going|(?:work\\s+)?in\\s+progress|WIP|to[- ]?do|not\\s+(?:yet\\s+)?(?:done|started|completed?)|no\\s+(?:progress|update)(?:\\s+yet)?|carr(?:y|ied)\\s+(?:over|forward)|outstanding|overdue|delayed|continu(?:es|ed|ing))\\s*[)\\]]?[.!]?\\s*$`,
  "iu",
);

/** Whether an entry says of itself that it is done: "Renew it - done", "Status: complete". */
export function isOver(text: string): boolean {
  return DONE.test(text);
}

/** Where an entry of an earlier meeting says that it is not done yet: "Renew it (in progress)". -1 where it does not. */
export function stillOpenAt(text: string): number {
  return OPEN.exec(text)?.index ?? -1;
}
