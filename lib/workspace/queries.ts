import { and, eq, isNotNull } from "drizzle-orm";
import { workspace } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";

/** The company whose dashboard this is; `timeZone` is where its days begin. */
export type Company = { name: string; timeZone: string };

/** The company, or undefined until Countersign is set up. Anybody may ask: it stands on the sign-in page. */
export async function findCompany(ctx: Pick<Ctx, "store">): Promise<Company | undefined> {
  const [row] = await reader(ctx.store)
    .select({ name: workspace.name, timeZone: workspace.timeZone })
    .from(workspace)
    .where(and(eq(workspace.id, 1), isNotNull(workspace.setUpAt)));
  return row;
}

/** The company; `conflict` until Countersign is set up. */
export async function getCompany(ctx: Pick<Ctx, "store">): Promise<Company> {
  const company = await findCompany(ctx);
  if (!company) throw new AppError("conflict", "Countersign isn’t set up yet.");
  return company;
}
