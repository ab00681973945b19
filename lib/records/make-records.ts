import { actions, decisions, documents, questions } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { RecordToMake } from "#lib/workflows/define";

/** Adds what an approval leaves behind to the caller's transaction. */
export async function makeRecords(ctx: Ctx, tx: Tx, draftId: string, toMake: RecordToMake[]): Promise<void> {
  for (const record of toMake) await makeRecord(ctx, tx, draftId, record);
}

async function makeRecord(ctx: Ctx, tx: Tx, draftId: string, record: RecordToMake): Promise<void> {
  const createdAt = ctx.now();
  const origin = { draftId, createdAt };
  switch (record.kind) {
    case "action": {
      const { kind: _, ...action } = record;
      await tx.insert(actions).values({ id: newId("act", createdAt), ...origin, ...action, state: "open" });
      return;
    }
    case "decision": {
      const { kind: _, ...decision } = record;
      await tx.insert(decisions).values({ id: newId("dec", createdAt), ...origin, ...decision });
      return;
    }
    case "question": {
      const { kind: _, ...question } = record;
      await tx
        .insert(questions)
        .values({ id: newId("qst", createdAt), ...origin, ...question, state: "open" });
      return;
    }
    case "document": {
      const { kind: _, ...document } = record;
      await tx.insert(documents).values({ id: newId("doc", createdAt), ...origin, ...document });
      return;
    }
  }
}
