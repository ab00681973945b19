import { and, eq, sql } from "drizzle-orm";
import {
  actions,
  blockers,
  decisions,
  documents,
  leads,
  promises,
  questions,
  sources,
  sourceVersions,
  users,
} from "#drizzle/schema/schema";
import type { FoundKind } from "#drizzle/schema/search";
import { anyOf } from "#lib/db/any-of";
import type { Tx } from "#lib/db/store";
import type { Candidate } from "#lib/search/candidates";
import { excerptOf, markWords, type Segment } from "#lib/search/excerpt";
import type { MarkedWord } from "#lib/search/words";

/** Something that was found. `at` is the ISO instant it came to be; `about` says what else is known of it. */
export type Found = {
  kind: FoundKind;
  id: string;
  at: string;
  title: Segment[];
  /** Where it stands in the text; null where only the title has it, or the words stand far below. */
  excerpt: Segment[] | null;
  about: string;
};

/** What is read of one thing to show it: a short text, a long one, and what else is known. */
type Shown = { id: string; title: string; text: string | null; about: string | null };
type Read = (tx: Tx, ids: string[]) => Promise<Shown[]>;

/** As much of a text as is entered into the index. */
const ENTERED = 100_000;

/** What to show of what was found, in its order, with the words marked. */
export async function describeFound(tx: Tx, candidates: Candidate[], marked: MarkedWord[]): Promise<Found[]> {
  const shown = new Map<string, Shown>();
  for (const [kind, those] of Map.groupBy(candidates, (one) => one.kind)) {
    const ids = those.map(({ id }) => id);
    for (const one of await READ[kind](tx, ids)) shown.set(one.id, one);
  }
  return candidates.flatMap(({ kind, id, at }) => {
    const one = shown.get(id);
    if (!one) return [];
    const excerpt = one.text === null ? null : excerptOf(READABLE[kind]?.(one.text) ?? one.text, marked);
    const title = markWords(one.title, marked);
    return [{ kind, id, at: at.toISOString(), title, excerpt, about: one.about ?? "" }];
  });
}

/** A text as it is read, where it is kept in another form: a document without the signs of Markdown. */
const READABLE: Partial<Record<FoundKind, (text: string) => string>> = {
  document: (text) => text.replace(/^(#+|[-*]|>) /gm, "").replace(/\\([\p{P}\p{S}])|\*\*/gu, "$1"),
};

const none = sql<null>`null`;

/** By kind. Who may see it was asked before, at the same moment of the database. */
const READ: Record<FoundKind, Read> = {
  person: (tx, ids) =>
    tx
      .select({ id: users.id, title: users.name, text: otherNames(), about: users.role })
      .from(users)
      .where(anyOf(users.id, ids)),
  lead: (tx, ids) =>
    tx
      .select({ id: leads.id, title: leads.name, text: otherLeadFacts(), about: leads.company })
      .from(leads)
      .where(anyOf(leads.id, ids)),
  document: (tx, ids) =>
    tx
      .select({ id: documents.id, title: documents.title, text: entered(documents.markdown), about: none })
      .from(documents)
      .where(anyOf(documents.id, ids)),
  decision: (tx, ids) =>
    tx
      .select({ id: decisions.id, title: decisions.text, text: reasons(), about: decisions.deciderName })
      .from(decisions)
      .where(anyOf(decisions.id, ids)),
  action: (tx, ids) =>
    tx
      .select({ id: actions.id, title: actions.text, text: none, about: actionFacts() })
      .from(actions)
      .leftJoin(users, eq(users.id, actions.ownerId))
      .where(anyOf(actions.id, ids)),
  promise: (tx, ids) =>
    tx
      .select({ id: promises.id, title: promises.text, text: none, about: promiseFacts() })
      .from(promises)
      .leftJoin(users, eq(users.id, promises.promiserId))
      .where(anyOf(promises.id, ids)),
  question: (tx, ids) =>
    tx
      .select({ id: questions.id, title: questions.text, text: questions.answer, about: questions.state })
      .from(questions)
      .where(anyOf(questions.id, ids)),
  blocker: (tx, ids) =>
    tx
      .select({ id: blockers.id, title: blockers.text, text: blockers.closing, about: blockerFacts() })
      .from(blockers)
      .leftJoin(users, eq(users.id, blockers.personId))
      .where(anyOf(blockers.id, ids)),
  source: (tx, ids) =>
    tx
      .select({ id: sources.id, title: sources.title, text: entered(sourceVersions.text), about: none })
      .from(sources)
      .innerJoin(
        sourceVersions,
        and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
      )
      .where(anyOf(sources.id, ids)),
};

function entered(column: typeof documents.markdown | typeof sourceVersions.text) {
  return sql<string>`left(${column}, ${sql.raw(String(ENTERED))})`;
}

/** Why it was decided, and what was not taken. */
function reasons() {
  return sql<string>`concat_ws(' ', search_list(${decisions.because}), search_list(${decisions.instead}))`;
}

function otherNames() {
  return sql<string>`concat_ws(', ', array_to_string(${users.aliases}, ', '), array_to_string(${users.handles}, ', '), ${users.email})`;
}

function otherLeadFacts() {
  return sql<string>`concat_ws(', ', ${leads.title}, ${leads.email})`;
}

/** Whose it is, and that it is done or cancelled where it is. */
function actionFacts() {
  return sql<string>`concat_ws(', ', coalesce(${users.name}, ${actions.ownerName}), nullif(${actions.state}, 'open'))`;
}

/** Whose it is, and that it was ended where it was. */
function blockerFacts() {
  return sql<string>`concat_ws(', ', coalesce(${users.name}, ${blockers.personName}),
    case ${blockers.state} when 'resolved' then 'resolved' when 'accepted' then 'lived with' when 'dismissed' then 'no blocker' end)`;
}

/** Who promised, and to whom. */
function promiseFacts() {
  return sql<string>`concat_ws(' ', coalesce(${users.name}, ${promises.promiserName}), 'to ' || ${promises.toName})`;
}
