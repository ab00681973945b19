import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, it } from "vitest";
import { z } from "zod";
import { expectConsoleError } from "#e2e/support/console";
import { AppError } from "#lib/errors";
import { toRefusal } from "#lib/web/refusal";

it("passes on what a person may read", () => {
  expect(toRefusal(new AppError("conflict", "Bo was faster.", { by: "usr_bo" }))).toEqual({
    ok: false,
    code: "conflict",
    message: "Bo was faster.",
    detail: { by: "usr_bo" },
  });
});

it("names the first thing wrong with each field", () => {
  const Form = z.object({
    name: z.string().min(1, "Give a name."),
    team: z.object({ id: z.string("Choose a team.") }),
  });
  const { error } = Form.safeParse({ name: "", team: {} });
  expect(toRefusal(error)).toEqual({
    ok: false,
    code: "invalid",
    message: "Give a name.",
    fields: { name: "Give a name.", "team.id": "Choose a team." },
  });
});

it("keeps the cause of a failure for the server's output, under the id that is shown", () => {
  expectConsoleError(/^req_[0-9a-f]{10}: Error: connect ECONNREFUSED/);
  const refusal = toRefusal(new Error("connect ECONNREFUSED"));
  expect(refusal).toMatchObject({ code: "failed", requestId: expect.stringMatching(/^req_/) });
  expect(JSON.stringify(refusal)).not.toContain("ECONNREFUSED");
});

it("logs no values of a query that failed", () => {
  expectConsoleError(/^req_\w+: A query failed\.\nCaused by Error: deadlock detected/);
  const cause = new Error("deadlock detected");
  toRefusal(new DrizzleQueryError("insert into users values ($1)", ["Kavya Rao"], cause));
});
