// Approves every mail that waits, one after the other, as Bo, until it is killed or none is left.
import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { drafts } from "#drizzle/schema/schema";
import { ctxFor } from "#e2e/support/cast";
import { reader } from "#lib/db/store";
import { approveDraft } from "#lib/drafts/approve-draft";
import { ignoreConflict } from "#lib/errors";
import { readConfig } from "#lib/runtime/config";
import { startRuntime } from "#lib/runtime/runtime";

const PAUSE_MS = 200;

const runtime = await startRuntime(readConfig(process.env), { worker: false });
console.log("Approving.");
const bo = ctxFor(runtime.store, "bo", runtime);
const waiting = await reader(runtime.store)
  .select({ id: drafts.id })
  .from(drafts)
  .where(eq(drafts.state, "pending"));
for (const { id: draftId } of waiting) {
  await approveDraft(bo, { draftId, revision: 1 }).catch(ignoreConflict);
  await wait(Math.random() * PAUSE_MS);
}
// Whoever kills it at its end, too, finds it there.
await new Promise(() => setInterval(() => {}, 60_000));
