import { isNull } from "drizzle-orm";
import { workspace } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { checkLink, claimLink } from "#lib/sessions/one-time-links";
import { hashPassword } from "#lib/sessions/password";
import { insertPerson } from "#lib/users/add-person";
import { AddPerson } from "#lib/users/schema";
import { SetUp } from "#lib/workspace/schema";

/**
 * Creates the company and its first admin with the one-time link, once and never again: a second attempt,
 * also one made at the same moment, is a `conflict`.
 */
export async function setUp(ctx: Ctx, input: SetUp): Promise<{ adminId: string }> {
  const { token, company, password, timeZone, ...person } = SetUp.parse(input);
  await checkLink(ctx, "setup", token);
  const passwordHash = await hashPassword(password);
  return transact(ctx, async (work) => {
    await claimLink(ctx, work.tx, "setup", token);
    await foundCompany(work.tx, { name: company, timeZone, setUpAt: ctx.now() });
    const admin = {
      ...AddPerson.parse({ ...person, role: "admin", timeZone }),
      passwordHash,
      joinedAt: ctx.now(),
    };
    const adminId = await insertPerson(ctx, work, admin);
    work.record({ kind: "workspace.set_up", subjectId: adminId, data: { adminId } });
    return { adminId };
  });
}

async function foundCompany(tx: Tx, company: { name: string; timeZone: string; setUpAt: Date }) {
  const [founded] = await tx
    .insert(workspace)
    .values({ id: 1, ...company })
    .onConflictDoUpdate({ target: workspace.id, set: company, setWhere: isNull(workspace.setUpAt) })
    .returning({ id: workspace.id });
  if (!founded) throw new AppError("conflict", "Countersign is set up already. Sign in instead.");
}
