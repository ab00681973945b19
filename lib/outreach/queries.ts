import { eq } from "drizzle-orm";
import { outreach, voices } from "#drizzle/schema/schema";
import type { Channels } from "#lib/channels/channel";
import { type Database, reader, type Tx } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";

/** Who the company is in its mails, and how much it sends. `version` 0: nobody has said anything yet. */
export type Outreach = Omit<typeof outreach.$inferSelect, "id">;

/** How somebody writes. `version` 0: they have not said. */
export type Voice = Omit<typeof voices.$inferSelect, "userId">;

const UNSAID: Outreach = {
  businessName: "",
  mailingAddress: "",
  contact: "",
  cadenceDays: [0, 3, 7, 14, 21],
  quietDays: 14,
  dailyCap: 40,
  hourlyLimit: 60,
  undoSeconds: 30,
  version: 0,
};
const PLAIN: Voice = { signature: "", tone: "", version: 0 };

/** What the company's mails say of it; anybody who is signed in may read it. */
export function getOutreach(ctx: UserCtx): Promise<Outreach> {
  return readOutreachOf(reader(ctx.store));
}

/** The same in a transaction, or for the worker. */
export async function readOutreachOf(db: Tx | Database): Promise<Outreach> {
  const [row] = await db.select().from(outreach).where(eq(outreach.id, 1));
  if (!row) return UNSAID;
  const { id: _, ...said } = row;
  return said;
}

/** One's own voice. */
export function getVoice(ctx: UserCtx): Promise<Voice> {
  return readVoiceOf(reader(ctx.store), ctx.actor.id);
}

/** Somebody's voice, for what is written in their name. */
export async function readVoiceOf(db: Tx | Database, userId: string): Promise<Voice> {
  const [row] = await db.select().from(voices).where(eq(voices.userId, userId));
  if (!row) return PLAIN;
  const { userId: _, ...said } = row;
  return said;
}

/** Whether what the law asks to stand in each mail is known (CASL, S.C. 2010, c. 23, section 6(2)). */
export function isIdentified({ businessName, mailingAddress, contact }: Outreach): boolean {
  return [businessName, mailingAddress, contact].every((part) => part.trim() !== "");
}

/** What mails link to; null where nobody has said at which address Countersign is opened. */
export function siteOf({ site, smtp }: Channels): string | null {
  return site ?? smtp?.site ?? null;
}
