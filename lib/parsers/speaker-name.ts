/**
 * How far a name before a colon can be trusted to be a speaker's: "name" looks like a person's, "handle" is a
 * lower-case nickname, "area" is as often a part of the company ("QA", "Marketing") as somebody speaking for it.
 */
export type ReadName = { name: string; kind: "name" | "handle" | "area" };

/** Reads what stands before the colon of "Dana Weiss: text"; null where it is a label, a time or a piece of prose. */
export function readSpeaker(prefix: string): ReadName | null {
  const name = prefix.trim().replace(/\s+/g, " ");
  if (name.length < 2 || name.length > 60) return null;
  if (NUMBERED.test(name)) return { name, kind: "name" };
  if (isLabel(name)) return null;
  if (/^@?[a-z][\w.-]{1,30}$/.test(name)) return { name, kind: "handle" };
  if (!NAME.test(name)) return null;
  const area = AREAS.has(name.toLowerCase()) || /^[A-Z]{2,4}$/.test(name) || ROLE.test(name);
  return { name, kind: area ? "area" : "name" };
}

const WORD = String.raw`[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,24}`;
const PARTICLE = "(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e)";
const NAME = new RegExp(
  String.raw`^${WORD}(?: (?:${WORD}|${PARTICLE})){0,4}(?:, ${WORD}(?: ${WORD}){0,2})?(?: \([^()]{1,30}\))?$`,
  "u",
);
const NUMBERED = /^(?:(?:unknown )?speaker|participant|guest|user|attendee)[ _]?\d{1,3}$/i;

const ROLE =
  / (?:manager|designer|engineer|developer|lead|owner|interface|expert|director|officer|analyst|president|rep|writer)$/i;

/** Labels have their telling word first or last: "Next steps", "Action Items". "Project Manager" is a role. */
function isLabel(name: string): boolean {
  if (ROLE.test(name)) return false;
  const words = name
    .toLowerCase()
    .replace(/\(.*/, "")
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);
  return LABELS.has(words[0] ?? "") || LABELS.has(words.at(-1) ?? "");
}

// One of these words before a colon makes it a heading, a field or a remark, whoever is called what.
const LABELS = new Set(
  `about absent absentees abstract accepted ai apologies assistant excused instruction instructions missing prompt regrets remember
  system writer action actions ads adr agenda agreed agreement aim aims also alternatives and announcement
  announcements answer answers approach approved area artifact artifacts ask asks assigned assignee assumption
  assumptions attachments attendance attendee attendees audience background benefit benefits blocked blocker blockers
  breaking bug bugs but by caveat caveats cc chair change changed changes channel chore ci closed com comment comments
  component conclusion conclusions cons consequences constraint constraints consider context copy cost costs credit
  current data date deadline decided deciders decision decisions deferred definition deliverable deliverables
  dependencies dependency deprecated description design detail details discussed discussion docs documentation done
  draft driver drivers due duration edit email end environment error errors eta etc event everyone example examples
  exit expected explanation facilitator fact feat feature features feedback file files finding findings first fix
  fixed fixes flag focus follow for from future fyi goal goals guests hint hints host hosts how http https idea ideas
  impact important in info input intro introduction introductions invited invitees issue issues item items join key
  last later lead learnings legend lesson lessons like link links list location log maintainers materials meeting
  members message method milestone milestones minutes misc miscellaneous moderator motion motivation name names nb new
  news next no none not note notes notetaker now objective objectives observation observations old on open option
  options or other outcome outcomes output overall overview owner owners participants parking people performance
  phase place plan plans poll position post pr present presenter presenters previous priority private problem problems
  process progress project proposal proposals proposed pros prs ps published purpose question questions quote rationale
  re reason reasons recap recommendation recommendations recording ref refactor reference references regarding regrets
  related release releases reminder reply report requirement requirements resolution resolved resource resources result
  results retro review revisit risk risks roadmap role roles rule rules same schedule scope scribe scribes second
  secretary section see sender sent share sidenote since slack slides so solution sorted source sources spec speaker
  specs sprint stakeholders start started status step steps story style subject suggested suggestion suggestions summary
  superseded support tag tags task tasks tba tbd tbh team test testing tests that the then there third this thought
  thoughts ticket tickets tier time timebox timeline timestamp title tldr to today todo todos together tomorrow topic
  topics type update updates url use user users value version via video visitors vote votes warning wed week what when
  where which who why wip with work workaround workstream www yes yesterday zoom`.split(/\s+/),
);

const AREAS = new Set(
  `accounting analytics android api backend billing brand business cloud client clients communications community
  compliance content core customers customer-success database delivery desktop development devops engineering finance
  frontend growth hiring hr infra infrastructure integration integrations ios it leadership legal localization logistics
  management marketing mobile monitoring networking office onboarding operations ops partnerships people platform
  pricing product production qa research sales security server software staging strategy success training ui ux web
  website berlin boston dublin kitchener london montreal paris toronto vancouver waterloo monday tuesday wednesday
  thursday friday saturday sunday mon tue tues thu thur thurs fri sat`.split(/\s+/),
);
