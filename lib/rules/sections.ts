/** What a part of the notes holds, by its heading. "past" holds what an earlier meeting left to do. */
export type SectionKind =
  | "action"
  | "decision"
  | "mixed"
  | "question"
  | "summary"
  | "people"
  | "agenda"
  | "past";

const ACTION =
  "action|actions|todo|todos|to-do|to-dos|task|tasks|step|steps|assignments|deliverables|commitments|follow-ups|followups|ais|aps";
const DECISION =
  "decision|decisions|resolution|resolutions|resolved|agreement|agreements|agreed|decided|conclusions|verdict|verdicts|approvals|motions";
const QUESTION = "question|questions|issues|points|unresolved|undecided|tbd|unclear|lot";
const SUMMARY = "summary|tldr|tl;dr|overview|recap|takeaways|highlights|outcome|outcomes|abstract|synopsis";
const PEOPLE =
  "attendees|attendance|participants|present|absent|absentees|apologies|regrets|invitees|invited|members|visitors|guests|roster|who";
const AGENDA = "agenda|topics";
/** Words that may stand beside those above without making the line something else. */
const FILLER =
  "item|items|point|points|the|a|of|for|from|and|or|to|in|our|all|any|new|open|current|key|main|next|needed|required|taken|agreed|assigned|" +
  "made|reached|list|log|register|summary|this|today|todays|week|weeks|month|sprint|meeting|meetings|call|session|owner|owners|with|due|dates|" +
  "deadlines|immediate|short-term|long-term|outstanding|remaining|unanswered|unresolved|parking|executive|team|other|discussed|discuss|be|" +
  "still|follow-up|follow|up|notes|list|who|does|what|we|was|future";

const words = (list: string) => new Set(list.split("|"));
const KINDS: [SectionKind, Set<string>][] = [
  ["people", words(PEOPLE)],
  ["agenda", words(AGENDA)],
  ["question", words(QUESTION)],
  ["decision", words(DECISION)],
  ["action", words(ACTION)],
  ["summary", words(SUMMARY)],
];
const FILL = words(FILLER);
const PAST = words(
  "previous|last|prior|past|earlier|old|review|reviewing|progress|status|completed|done|closed|carried|on",
);
const LATER = /\b(?:next|future|upcoming)\b/;

/** What a heading announces; null where it is a topic like any other. */
export function sectionKind(heading: string): SectionKind | null {
  const title = heading
    .toLowerCase()
    .replace(/\([^()]*\)/g, " ")
    .replace(/to do(?=s?\b)/g, "to-do");
  if (/^who (?:does|will do|is doing) what\b/.test(title)) return "action";
  const parts = title
    .replace(/[’']/g, "")
    .split(/[^\p{L}\p{N};-]+/u)
    .filter((w) => /\p{L}/u.test(w));
  if (parts.length === 0 || parts.length > 9) return null;
  const has = KINDS.filter(([, set]) => parts.some((w) => set.has(w))).map(([kind]) => kind);
  if (has.length === 0) return null;
  const known = (w: string) => FILL.has(w) || PAST.has(w) || KINDS.some(([, set]) => set.has(w));
  if (!parts.every(known)) return null;
  if (parts.some((w) => PAST.has(w)) && (has.includes("action") || has.includes("decision"))) return "past";
  if (has.includes("agenda")) return "agenda";
  if (has.includes("people") && !has.includes("action")) return "people";
  if (has.includes("action") && has.includes("decision")) return "mixed";
  if (has.includes("action")) return actionTitle(parts) ? "action" : null;
  if (has.includes("decision")) return LATER.test(title) ? "agenda" : "decision";
  if (has.includes("question")) return questionTitle(parts) ? "question" : null;
  return "summary";
}

/** "Step 2" and "Task" alone name a topic; "Next steps" and "Tasks" announce a list. */
function actionTitle(parts: string[]): boolean {
  return parts.some((w) => w !== "step" && w !== "task" && words(ACTION).has(w)) && !(parts[0] === "steps");
}

/** "Issues" and "Points" announce questions only where they are said to be open. */
function questionTitle(parts: string[]): boolean {
  if (parts.some((w) => /^(?:questions?|unresolved|undecided|tbd|unclear)$/.test(w))) return true;
  if (parts.includes("lot")) return parts.includes("parking");
  return parts.some((w) => /^(?:open|outstanding|remaining|unanswered)$/.test(w));
}
