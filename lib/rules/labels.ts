import { sectionKind } from "#lib/rules/sections";

/** Whether the word before a colon is a label of notes ("Note", "Status", "ACTION") and not somebody who speaks. */
export function isLabel(name: string): boolean {
  const bare = name.replace(/[*_@[\]]/g, "").trim();
  return OTHER.test(bare) || sectionKind(bare) !== null || bare.split(/\s+/).length > 4;
}

const OTHER =
  /^(?:re|fyi|nb|ps|eta|due|owner|assignee|deadline|status|date|time|when|where|why|how|what|who|note|notes?|notetaker|scribe|host|chair|secretary|moderator|facilitator|lead|minutes|subject|title|meeting|call|location|link|links|url|video|recording|audio|timestamp|context|background|discussion|discuss|proposal|proposed|pre-proposal|(?:draft|pseudo|proposed|pre) .{3,12}|motion|poll|vote|option.*|suggestion.*|idea|ideas|example.*|reason|rationale|goal|goals|purpose|result|info|update|updates|next|done|now|later|today|yesterday|blocked|blockers?|risks?|issues?|problem|concern|concerns|pros?|cons?|answer|a|q|question.*|open question|open|tbd|tbc|ai|ap|action.*|todo|to-do|task.*|follow-?up.*|decision.*|decided|agreed|agreement|resolved|resolution.*|approved|accepted|rejected|verdict|consensus|conclusion|outcome|deferred|parked|postponed|tabled|topic|item|agenda|warning|important|reminder|remember|https?|step .*|phase .*|part .*|day .*|week .*|related|also|first|second|third|finally|summary|tl;dr|docs?|website|thanks|yes|no|ok|okay)$/i;
