import { and, eq } from "drizzle-orm";
import { mailboxes, secondFactors, slackChannels, slackWorkspaces } from "#drizzle/schema/schema";
import { reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { placeOfMailbox } from "#lib/mailboxes/open-mailbox";
import type { Vault } from "#lib/runtime/vault";
import { placeOfSecret } from "#lib/second-factor/codes";
import { canResealSecrets } from "#lib/secrets/policy";
import { placeOfChannel } from "#lib/slack/open-slack";
import { placeOfWorkspace } from "#lib/slack/open-workspace";

/** Every column that the vault seals, with the row's id and the place it is sealed for. */
const SEALED = [
  {
    table: secondFactors,
    id: secondFactors.userId,
    text: secondFactors.secret,
    column: "secret",
    placeOf: placeOfSecret,
  },
  {
    table: mailboxes,
    id: mailboxes.id,
    text: mailboxes.secret,
    column: "secret",
    placeOf: placeOfMailbox,
  },
  {
    table: slackWorkspaces,
    id: slackWorkspaces.id,
    text: slackWorkspaces.botToken,
    column: "botToken",
    placeOf: placeOfWorkspace,
  },
  {
    table: slackWorkspaces,
    id: slackWorkspaces.id,
    text: slackWorkspaces.signingSecret,
    column: "signingSecret",
    placeOf: placeOfWorkspace,
  },
  {
    table: slackChannels,
    id: slackChannels.id,
    text: slackChannels.webhook,
    column: "webhook",
    placeOf: placeOfChannel,
  },
] as const;

type Sealed = (typeof SEALED)[number];
type Row = { id: string; text: string };

/**
 * Seals every stored secret with the newest key that isn't sealed with it yet, all or none, and returns how many. Until
 * it is through, the older keys are needed. `unavailable` names a key that is missing.
 */
export async function resealSecrets(ctx: Ctx): Promise<number> {
  if (!canResealSecrets(ctx.actor))
    throw new AppError("forbidden", "Only the command line seals secrets with another key.");
  const stale = await Promise.all(SEALED.map(async (kind) => ({ kind, rows: await staleRows(ctx, kind) })));
  const secrets = stale.reduce((sum, { rows }) => sum + rows.length, 0);
  if (secrets === 0) return 0;
  await transact(ctx, async ({ tx, record }) => {
    for (const { kind, rows } of stale) for (const row of rows) await reseal(tx, ctx.vault, kind, row);
    record({ kind: "vault.resealed", subjectId: "vault", data: { secrets } });
  });
  return secrets;
}

async function staleRows(ctx: Ctx, { table, id, text }: Sealed): Promise<Row[]> {
  const rows = await reader(ctx.store).select({ id, text }).from(table);
  // A mailbox that was disconnected has none, and a channel without a webhook.
  return rows.filter((row) => row.text !== "" && !ctx.vault.isCurrent(row.text));
}

// What was changed since it was read was sealed by a process that has the newest key, or is sealed at the next call.
async function reseal(tx: Tx, vault: Vault, { table, id, text, column, placeOf }: Sealed, row: Row) {
  const place = placeOf(row.id);
  const sealed = vault.seal(vault.open(row.text, place), place);
  await tx
    .update(table)
    .set({ [column]: sealed })
    .where(and(eq(id, row.id), eq(text, row.text)));
}
