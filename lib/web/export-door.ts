import { z } from "zod";
import { actionsAsCsv, actionsAsMarkdown } from "#lib/actions/formats";
import { listEveryAction } from "#lib/actions/queries";
import { blockersAsCsv, blockersAsMarkdown } from "#lib/blockers/formats";
import { listEveryBlocker } from "#lib/blockers/queries";
import { STANDING_FILTERS } from "#lib/consent/standing-filter";
import type { UserCtx } from "#lib/events/context";
import { addDays, type Day } from "#lib/format/dates";
import { STAGE_ORDER } from "#lib/format/lead-stages";
import { leadsAsCsv } from "#lib/leads/formats";
import { listEveryLead } from "#lib/leads/queries";
import { promisesAsCsv, promisesAsMarkdown } from "#lib/promises/formats";
import { listEveryPromise } from "#lib/promises/queries";
import { getCalendar } from "#lib/users/calendar";
import { expectedError } from "#lib/web/refusal";
import { findUser } from "#lib/web/session";
import { getCompany } from "#lib/workspace/queries";

const Word = z.string().max(200).optional();
const format = z.enum(["csv", "md"]);
/** The same names as in the address of the list. */
const AskedActions = z.object({
  format,
  show: z.enum(["open", "overdue", "done", "cancelled"]).default("open"),
  who: Word,
  team: Word,
});
const AskedBlockers = z.object({
  format,
  show: z.enum(["live", "resolved", "accepted", "dismissed"]).default("live"),
  who: Word,
  owner: Word,
  team: Word,
});
const AskedPromises = z.object({
  format,
  show: z.enum(["ahead", "past"]).default("ahead"),
  who: Word,
  to: Word,
});

const AskedLeads = z.object({
  format: z.literal("csv"),
  words: z.string().max(100).optional(),
  stage: z.enum([...STAGE_ORDER, "any"]).optional(),
  who: Word,
  quiet: z.enum(["7", "14", "30", "90"]).optional(),
  consent: z.enum(STANDING_FILTERS).optional(),
  import: Word,
});

/** The actions that a list shows, all its pages, as a file: `format` is `csv` or `md`. */
export function exportActions(query: URLSearchParams): Promise<Response> {
  return exportRows("actions", AskedActions, query, writeActions);
}

/** The blockers that a list shows, all its pages, as a file: `format` is `csv` or `md`. */
export function exportBlockers(query: URLSearchParams): Promise<Response> {
  return exportRows("blockers", AskedBlockers, query, writeBlockers);
}

/** The promises that a list shows, all its pages, as a file: `format` is `csv` or `md`. */
export function exportPromises(query: URLSearchParams): Promise<Response> {
  return exportRows("promises", AskedPromises, query, writePromises);
}

/** The leads that a list shows, all its pages, as CSV. */
export function exportLeads(query: URLSearchParams): Promise<Response> {
  return exportRows("leads", AskedLeads, query, writeLeads);
}

type Asked = { format: "csv" | "md"; show?: string; stage?: string };

async function exportRows<A extends Asked>(
  what: "actions" | "blockers" | "promises" | "leads",
  schema: z.ZodType<A>,
  query: URLSearchParams,
  write: (ctx: UserCtx, asked: A, today: Day) => Promise<string>,
): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return new Response(`Sign in to take ${what} elsewhere.`, { status: 401 });
  try {
    const asked = schema.parse(Object.fromEntries(query));
    const { today } = await getCalendar(ctx);
    return new Response(await write(ctx, asked, today), {
      headers: {
        "Content-Type": `${asked.format === "csv" ? "text/csv" : "text/markdown"}; charset=utf-8`,
        "Content-Disposition": `attachment; filename="${what}-${asked.show ?? asked.stage ?? "open"}-${today}.${asked.format}"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const expected = expectedError(error);
    if (expected) return new Response(expected.message, { status: 400 });
    throw error;
  }
}

async function writeActions(
  ctx: UserCtx,
  { format, show, who, team }: z.infer<typeof AskedActions>,
  today: Day,
): Promise<string> {
  const whose = { ownerId: who === "me" ? ctx.actor.id : who, teamId: team };
  const filter = show === "overdue" ? { ...whose, dueUntil: addDays(today, -1) } : { ...whose, state: show };
  const rows = await listEveryAction(ctx, filter);
  if (format === "csv") return actionsAsCsv(rows);
  return actionsAsMarkdown(rows, { company: (await getCompany(ctx)).name, today });
}

async function writeBlockers(
  ctx: UserCtx,
  { format, show, who, owner, team }: z.infer<typeof AskedBlockers>,
  today: Day,
): Promise<string> {
  const whom = (word: string | undefined) => (word === "me" ? ctx.actor.id : word);
  const rows = await listEveryBlocker(ctx, {
    state: show,
    personId: whom(who),
    ownerId: owner === "nobody" ? undefined : whom(owner),
    unowned: owner === "nobody",
    teamId: team,
  });
  if (format === "csv") return blockersAsCsv(rows);
  return blockersAsMarkdown(rows, { company: (await getCompany(ctx)).name, today });
}

async function writePromises(
  ctx: UserCtx,
  { format, show, who, to }: z.infer<typeof AskedPromises>,
  today: Day,
): Promise<string> {
  const whose = { promiserId: who === "me" ? ctx.actor.id : who, toName: to };
  const when = show === "ahead" ? { dueFrom: today } : { dueUntil: addDays(today, -1) };
  const rows = await listEveryPromise(ctx, { ...whose, ...when });
  if (format === "csv") return promisesAsCsv(rows);
  return promisesAsMarkdown(rows, { company: (await getCompany(ctx)).name, today });
}

async function writeLeads(
  ctx: UserCtx,
  { words, stage, who, quiet, consent, import: importId }: z.infer<typeof AskedLeads>,
  today: Day,
): Promise<string> {
  const rows = await listEveryLead(ctx, {
    words,
    stage: stage === "any" || importId ? undefined : (stage ?? "open"),
    ownerId: who === "me" ? ctx.actor.id : who,
    quietSince: quiet && addDays(today, -Number(quiet)),
    consent,
    importId,
  });
  return leadsAsCsv(rows);
}
