import { z } from "zod";
import { actionsAsCsv, actionsAsMarkdown } from "#lib/actions/formats";
import { listEveryAction } from "#lib/actions/queries";
import type { UserCtx } from "#lib/events/context";
import { addDays } from "#lib/format/dates";
import { getCalendar } from "#lib/users/calendar";
import { expectedError } from "#lib/web/refusal";
import { findUser } from "#lib/web/session";
import { getCompany } from "#lib/workspace/queries";

const Word = z.string().max(200).optional();
/** The same names as in the address of the list. */
const Asked = z.object({
  format: z.enum(["csv", "md"]),
  show: z.enum(["open", "overdue", "done", "cancelled"]).default("open"),
  who: Word,
  team: Word,
});
type Asked = z.infer<typeof Asked>;

/** The actions that a list shows, all its pages, as a file: `format` is `csv` or `md`. */
export async function exportActions(query: URLSearchParams): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return new Response("Sign in to take actions elsewhere.", { status: 401 });
  try {
    const asked = Asked.parse(Object.fromEntries(query));
    const { today } = await getCalendar(ctx);
    return new Response(await write(ctx, asked, today), {
      headers: {
        "Content-Type": `${asked.format === "csv" ? "text/csv" : "text/markdown"}; charset=utf-8`,
        "Content-Disposition": `attachment; filename="actions-${asked.show}-${today}.${asked.format}"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const expected = expectedError(error);
    if (expected) return new Response(expected.message, { status: 400 });
    throw error;
  }
}

async function write(ctx: UserCtx, { format, show, who, team }: Asked, today: string): Promise<string> {
  const whose = { ownerId: who === "me" ? ctx.actor.id : who, teamId: team };
  const filter = show === "overdue" ? { ...whose, dueUntil: addDays(today, -1) } : { ...whose, state: show };
  const rows = await listEveryAction(ctx, filter);
  if (format === "csv") return actionsAsCsv(rows);
  return actionsAsMarkdown(rows, { company: (await getCompany(ctx)).name, today });
}
