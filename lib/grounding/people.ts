import { foldWords } from "#lib/grounding/fold";
import type { Basis, RosterPerson } from "#lib/grounding/statement";

/** Somebody a source names: `id` is null where the name is on no roster, or fits several people on it. */
export type MatchedPerson = { id: string | null; name: string };

/**
 * Finds who a name in a source means: by handle, e-mail, full name, alias, "Last, First", first or last name,
 * initials in capitals. Where a first name fits several, those who attended go first. A name that fits nobody, or
 * several, keeps its words without an id. Null where it names nobody ("the team", "TBD", "I").
 */
export function matchPerson(name: string, roster: RosterPerson[], attendees: string[]): MatchedPerson | null {
  const bare = bareName(name);
  if (!bare || namesNobody(bare)) return null;
  const exact = findExactly(bare, roster);
  if (exact) return unlessAnother(bare, exact, attendees);
  const possible = roster.filter((person) => findByPart(bare, [person]).length > 0);
  const present =
    possible.length > 1 ? possible.filter((p) => attendees.some((a) => findExactly(bareName(a), [p]))) : [];
  for (const circle of [present, possible]) {
    const found = findByPart(bare, circle);
    if (found.length === 1) return unlessAnother(bare, found[0]!, attendees);
    if (found.length > 1) return { id: null, name: bare };
  }
  return { id: null, name: fullNameOf(bare, attendees) };
}

/** A first name that somebody else who attended has as well means nobody for certain. */
function unlessAnother(bare: string, person: RosterPerson, attendees: string[]): MatchedPerson {
  const first = foldWords(bare);
  const another = attendees.map(bareName).some((attendee) => {
    const full = foldWords(attendee);
    return full.includes(" ") && firstName(full) === first && !findExactly(attendee, [person]);
  });
  return another ? { id: null, name: bare } : { id: person.id, name: person.name };
}

/** Every way a source may name a person: full name, first name, aliases, handles. */
export function namesOf(person: MatchedPerson, roster: RosterPerson[]): string[] {
  const row = person.id === null ? undefined : roster.find((other) => other.id === person.id);
  const full = row?.name ?? person.name;
  const names = [full, firstName(full), ...(row?.aliases ?? []), ...(row?.handles ?? [])];
  return [...new Set([...names, ...(row?.email ? [row.email] : []), initials(full)])].filter(
    (name) => name.length > 1,
  );
}

/**
 * How a person stands to the words a statement rests on: "stated" where one of the names is in them, or where the
 * speaker, who is that person, says "I"; otherwise "inferred". `names` as `namesOf` gives them.
 */
export function personBasis(names: string[], words: string, speakerIsPerson: boolean): Basis {
  if (speakerIsPerson && /(?:^|[^\p{L}])(?:I|me|my|myself|mine)(?![\p{L}])/u.test(words)) return "stated";
  const folded = ` ${foldWords(words)} `;
  const stated = names.some((name) =>
    /^\p{Lu}{2,3}$/u.test(name)
      ? new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, "u").test(words)
      : folded.includes(` ${foldWords(name)} `),
  );
  return stated ? "stated" : "inferred";
}

// Words that writers put where nobody in particular is meant; a name of such words alone is none.
const GENERIC = new Set(
  `the our my your whole entire all every each some of any other others both rest team teams group committee board
  company folks people member members attendee attendees participant participants engineering engineer engineers dev devs
  developer developers design designer designers sales marketing support ops operations leadership management finance legal
  qa customer customers client clients user users one we us i me you he she they them it who whoever everyone everybody
  someone somebody anyone anybody nobody no none tbd tba tbc n a na unassigned unknown unclear unspecified not assigned
  stated named owner owners assignee speaker here channel together to be decided determined`.split(/\s+/),
);

function namesNobody(bare: string): boolean {
  return foldWords(bare)
    .split(" ")
    .every((word) => word === "" || /^\d+$/.test(word) || GENERIC.has(word));
}

/** A name without "@", brackets, marks around it and possessive; at most 80 units. */
function bareName(name: string): string {
  return name
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”‘’*_`([{<-]+|[\s"'“”‘’*_`)\]}>:;,!?-]+$/gu, "")
    .replace(/['’]s$/iu, "")
    .replace(/(?<=\p{L}{2})\.$/u, "")
    .slice(0, 80)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}

type Forms = {
  full: string;
  first: string;
  last: string;
  initials: string;
  aliases: string[];
  handles: string[];
};

// A roster is asked for every point of a draft; its names are folded once.
const FORMS = new WeakMap<RosterPerson, Forms>();

function formsOf(person: RosterPerson): Forms {
  const known = FORMS.get(person);
  if (known) return known;
  const full = foldWords(person.name);
  const forms = {
    full,
    first: firstName(full),
    last: lastName(full),
    initials: initials(person.name),
    aliases: person.aliases.map(foldWords),
    handles: person.handles.map(foldHandle),
  };
  FORMS.set(person, forms);
  return forms;
}

function findExactly(bare: string, people: RosterPerson[]): RosterPerson | undefined {
  const folded = foldWords(bare);
  const flipped = /^([^,]+),\s*([^,]+)$/.exec(bare);
  const wanted = [
    folded,
    foldWords(withoutHandle(bare)),
    flipped ? foldWords(`${flipped[2]} ${flipped[1]}`) : folded,
  ];
  const handle = foldHandle(/@([\w.-]{2,60})/.exec(bare)?.[1] ?? bare);
  const mail = bare.toLowerCase().match(/[^\s<>()]+@[^\s<>()]+/)?.[0];
  return (
    (mail && people.find((p) => p.email?.toLowerCase() === mail)) ||
    (unique(people.filter((p) => formsOf(p).handles.includes(handle))) ??
      unique(people.filter((p) => wanted.includes(formsOf(p).full))) ??
      unique(people.filter((p) => formsOf(p).aliases.some((alias) => wanted.includes(alias)))))
  );
}

function findByPart(bare: string, people: RosterPerson[]): RosterPerson[] {
  const folded = foldWords(withoutHandle(bare));
  const byFirst = people.filter((p) => formsOf(p).first === folded);
  if (byFirst.length) return byFirst;
  if (/^\p{Lu}{2,3}$/u.test(bare)) return people.filter((p) => formsOf(p).initials === bare);
  const [first, letter] = folded.split(" ");
  if (letter?.length === 1)
    return people.filter((p) => formsOf(p).first === first && formsOf(p).last.startsWith(letter));
  return people.filter((p) => folded !== "" && formsOf(p).last === folded);
}

/** The attendee a name means where just one does: "Dana" becomes "Dana Weiss". */
function fullNameOf(bare: string, attendees: string[]): string {
  const folded = foldWords(bare);
  const full = attendees.filter((a) => foldWords(a) === folded || firstName(foldWords(a)) === folded);
  return full.length === 1 ? bareName(full[0]!) : bare;
}

function firstName(name: string): string {
  return name.split(" ")[0] ?? "";
}

function lastName(name: string): string {
  return name.includes(" ") ? name.split(" ").at(-1)! : "";
}

function initials(name: string): string {
  const letters = name.split(/[\s-]+/).map((word) => word[0] ?? "");
  return letters.length > 1 ? letters.join("").toUpperCase() : "";
}

function withoutHandle(name: string): string {
  return name.replace(/\([^)]*\)|@(?=\w)/g, " ");
}

function foldHandle(handle: string): string {
  return handle.replace(/^@/, "").toLowerCase();
}

function unique<T>(found: T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
