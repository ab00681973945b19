import { redirect } from "next/navigation";
import { expect, it } from "vitest";
import { reach } from "#components/shell/reach";

it("says that the connection broke where no answer came", async () => {
  expect(await reach(() => Promise.reject(new Error("500")))).toMatchObject({
    ok: false,
    code: "unavailable",
    message: expect.stringContaining("The connection broke"),
  });
});

it("doesn’t take another page that the server sends the browser to for a broken connection", async () => {
  const answer = await reach(async () => redirect("/reviews"));
  expect(answer).toMatchObject({ ok: false, leaving: true, message: "Another page is on its way." });
});
