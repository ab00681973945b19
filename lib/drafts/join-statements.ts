import { getGrounded } from "#lib/drafts/base-revision";
import type { EditedDraft } from "#lib/drafts/edit-draft";
import { lockReviewable } from "#lib/drafts/find-draft";
import { type DraftText, keyOfPlace } from "#lib/drafts/merge-drafts";
import { listEvidence } from "#lib/drafts/revision-queries";
import { JoinStatements } from "#lib/drafts/schema";
import { writeRevision } from "#lib/drafts/write-revision";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { CARRIED, isCarried } from "#lib/grounding/earlier-choices";
import { leftUnsourced } from "#lib/grounding/open-words";
import type { Detail, Statement, Trace } from "#lib/grounding/statement";

/**
 * Makes two statements of a section one, in the first one's place and under its id, with the quotes of both. Person and
 * date are the first one's, else the other's. `conflict` where somebody was faster, `invalid` where they aren't two of
 * one section.
 */
export async function joinStatements(ctx: UserCtx, input: JoinStatements): Promise<EditedDraft> {
  const { draftId, revision, fence, statementId, withId, text } = JoinStatements.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    await lockReviewable(ctx, tx, draftId, { revision, fence });
    const before = await getGrounded(tx, draftId, revision);
    const [first, second] = [statementId, withId].map((id) => before.statements.find((one) => one.id === id));
    if (!first || !second || first.section !== second.section)
      throw new AppError("invalid", "Only two statements of the same section can be made one.");
    if (isCarried(first)) throw new AppError("invalid", CARRIED);
    const joined = joinedOf(first, second, text);
    const statements = before.statements.flatMap((one) =>
      one === second ? [] : [one === first ? joined : one],
    );
    const next = { statements, evidence: union(before, first.id, second.id), sources: before.sources };
    const number = await writeRevision(ctx, tx, draftId, revision, { ...next, origin: "edited" });
    record({ kind: "draft.edited", subjectId: draftId, draftId, data: { revision: number } });
    return { revision: number, statements, evidence: await listEvidence(tx, draftId) };
  });
}

/** From the surest to the weakest: a statement is as sure as the weaker of its parts. */
const TRACES: Trace[] = ["free", "stated", "inferred", "untraced"];

function joinedOf(first: Statement, second: Statement, text: string): Statement {
  const trace = Math.max(TRACES.indexOf(first.trace), TRACES.indexOf(second.trace));
  return {
    ...first,
    text,
    kept: first.kept || second.kept,
    trace: TRACES[trace] ?? first.trace,
    person: first.person ?? second.person,
    due: first.due ?? second.due,
    ...((first.to || second.to) && { to: first.to ?? second.to }),
    ...((first.details || second.details) && {
      details: [
        ...(first.details ?? []),
        ...(second.details ?? []).filter((one) => !first.details?.some((other) => sameWords(one, other))),
      ],
    }),
    ...((first.earlier || second.earlier) && { earlier: first.earlier ?? second.earlier }),
    flags: [...new Set([...first.flags, ...second.flags])],
    ...((first.unsourced || second.unsourced) && {
      unsourced: leftUnsourced([...(first.unsourced ?? []), ...(second.unsourced ?? [])], text),
      confirmed: [...(first.confirmed ?? []), ...(second.confirmed ?? [])],
    }),
  };
}

function sameWords(one: Detail, other: Detail): boolean {
  return one.kind === other.kind && one.text === other.text;
}

function union({ evidence }: DraftText, first: string, second: string): DraftText["evidence"] {
  const own = new Set(evidence.filter((place) => place.statementId === first).map(keyOfPlace));
  return evidence.flatMap((place) => {
    if (place.statementId !== second) return [place];
    return own.has(keyOfPlace(place)) ? [] : [{ ...place, statementId: first }];
  });
}
