import { COMMAND, type Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { makeLink } from "#lib/sessions/one-time-links";
import { findCompany } from "#lib/workspace/queries";

/**
 * Makes the link that creates the admin and returns its token, or null where Countersign is set up.
 * Called at each start: links made before stop working, so only the last one printed counts.
 */
export async function ensureSetupLink(ports: Ports): Promise<string | null> {
  if (await findCompany(ports)) return null;
  const ctx = { ...ports, actor: { kind: "system" as const }, from: COMMAND };
  return transact(ctx, async ({ tx, record }) => {
    const { linkId, token } = await makeLink(ctx, tx, "setup", null);
    record({ kind: "link.made", subjectId: linkId, data: { purpose: "setup", userId: null } });
    return token;
  });
}
