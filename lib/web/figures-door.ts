import { z } from "zod";
import { isAppError } from "#lib/errors";
import { figuresAsCsv } from "#lib/figures/formats";
import { getAdoption } from "#lib/figures/people-queries";
import { PERIOD_KINDS } from "#lib/figures/period";
import { getRecordFigures } from "#lib/figures/record-queries";
import { getReviewing } from "#lib/figures/review-queries";
import { getSpend } from "#lib/figures/spend-queries";
import { getCalendar } from "#lib/users/calendar";
import { expectedError } from "#lib/web/refusal";
import { findUser } from "#lib/web/session";

/** The same names as in the address of Today. */
const Asked = z.object({
  period: z.enum(PERIOD_KINDS).default("week"),
  ago: z.enum(["0", "1"]).default("0"),
  team: z.string().max(200).optional(),
});

/** The figures of a week, month or quarter as CSV, for leaders and admins. */
export async function exportFigures(query: URLSearchParams): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return new Response("Sign in to take figures elsewhere.", { status: 401 });
  try {
    const { period, ago, team } = Asked.parse(Object.fromEntries(query));
    const filter = { period, ago: ago === "1" ? (1 as const) : (0 as const), teamId: team };
    const calendar = await getCalendar(ctx);
    const [reviews, spend, adoption, records] = await Promise.all([
      getReviewing(ctx, filter, calendar),
      getSpend(ctx, filter, calendar),
      getAdoption(ctx, filter, calendar),
      getRecordFigures(ctx, filter, calendar),
    ]);
    const { from } = reviews.period;
    return new Response(figuresAsCsv({ reviews, spend, adoption, records }), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="figures-${period}-${from}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const expected = expectedError(error);
    if (!expected) throw error;
    return new Response(expected.message, { status: isAppError(expected, "forbidden") ? 403 : 400 });
  }
}
