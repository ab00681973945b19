import { eq } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { reader, type Tx } from "#lib/db/store";
import { AppError, isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { type Day, localDay } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";
import { type LeadRow, lockLead, refuseReaders } from "#lib/leads/find-lead";
import { findLeadSource, leadTextHash, storeLeadSource } from "#lib/leads/lead-source";
import { AddNote, type NoteKind } from "#lib/leads/schema";
import { addEntry } from "#lib/leads/timeline";
import { readSourceFile } from "#lib/parsers/source-file";

export type AddedNote = { sourceId: string; duplicate: boolean };
type Written = {
  kind: NoteKind;
  text: string;
  format: "text" | "markdown" | "vtt" | "srt" | "json";
  on?: Day;
};

const WORDS: Record<NoteKind, string> = { note: "Note", call: "Call", thread: "Pasted thread" };
const NOON = 12 * 60;

/**
 * Keeps a note, notes of a call or a pasted thread of mails as a source of the lead and a line of its timeline. The same
 * text twice on one lead is the same note, whoever pasted it.
 */
export async function addNote(ctx: UserCtx, input: AddNote): Promise<AddedNote> {
  const { leadId, kind, text: given, on } = AddNote.parse(input);
  refuseReaders(ctx.actor);
  const { text, format } = readSourceFile("", given);
  const contentHash = leadTextHash(leadId, text);
  const known = await findLeadSource(reader(ctx.store), leadId, contentHash);
  if (known) return { sourceId: known, duplicate: true };
  try {
    return await transact(ctx, async (work) => {
      // Held, so that of two who paste the same text the second finds the first one's.
      const lead = await lockLead(ctx.actor, work.tx, leadId);
      if (await findLeadSource(work.tx, leadId, contentHash))
        throw new AppError("conflict", "The same text was added a moment ago.");
      return keep(ctx, work, lead, { kind, text, format, on });
    });
  } catch (error) {
    const first =
      isAppError(error, "conflict") && (await findLeadSource(reader(ctx.store), leadId, contentHash));
    if (first) return { sourceId: first, duplicate: true };
    throw error;
  }
}

async function keep(ctx: UserCtx, work: Work, lead: LeadRow, { kind, text, format, on }: Written) {
  const timeZone = await timeZoneOf(work.tx, ctx.actor.id);
  const today = localDay(ctx.now(), timeZone);
  if (on && on > today)
    throw new AppError("invalid", "This day is still to come. Choose today or one before.");
  const sourceId = await storeLeadSource(ctx, work, {
    leadId: lead.id,
    title: `${WORDS[kind]}: ${lead.name}`,
    text,
    heldOn: on ?? today,
    timeZone,
    authorId: ctx.actor.id,
    provenance: { via: byProgram(ctx) ? "api" : "paste", format },
    contentHash: leadTextHash(lead.id, text),
  });
  const at = on && on < today ? instantAt(on, NOON, timeZone) : ctx.now();
  await addEntry(ctx, work, { leadId: lead.id, kind, at, words: WORDS[kind], sourceId });
  work.record({ kind: "lead.noted", subjectId: lead.id, data: { kind } });
  return { sourceId, duplicate: false };
}

function byProgram({ from }: UserCtx): boolean {
  return from?.door === "api" || from?.door === "mcp";
}

async function timeZoneOf(tx: Tx, userId: string): Promise<string> {
  const [row] = await tx.select({ timeZone: users.timeZone }).from(users).where(eq(users.id, userId));
  return row?.timeZone ?? "UTC";
}
