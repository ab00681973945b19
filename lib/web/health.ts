import { sql } from "drizzle-orm";
import { reader } from "#lib/db/store";
import { describeError } from "#lib/errors";
import { getRuntime } from "#lib/runtime/handle";

/** Answers 200 once the database answers, else 503. Says nothing else: anybody may ask. */
export async function answerHealth(): Promise<Response> {
  try {
    const { store } = await getRuntime();
    await reader(store).execute(sql`select 1`);
    return Response.json({ status: "ok" });
  } catch (error) {
    console.error(`Health: ${describeError(error)}`);
    return Response.json({ status: "unavailable" }, { status: 503 });
  }
}
