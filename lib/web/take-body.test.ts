import { expect, test } from "vitest";
import { MOST_BODIES, MOST_WAITING } from "#lib/parsers/limits";
import { withBody } from "#lib/web/take-body";

/** A request whose body says when it begins to be read. */
function sent(onRead: () => void, init: RequestInit = {}): Request {
  const body = new ReadableStream(
    {
      pull(controller) {
        onRead();
        controller.enqueue(Buffer.from("notes"));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Request("http://localhost/", { method: "POST", body, duplex: "half", ...init } as RequestInit);
}

test("a few bodies are in memory at once, of others nothing is read, and too many are told to come back", async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const gone = new AbortController();
  let read = 0;
  const take = (n: number) =>
    withBody(
      sent(() => read++, n === MOST_BODIES ? { signal: gone.signal } : {}),
      100,
      async (body) => {
        await held;
        return body?.toString();
      },
    );
  const all = Array.from({ length: MOST_BODIES + MOST_WAITING + 1 }, (_, n) => take(n));
  await expect(all.at(-1)).rejects.toMatchObject({ code: "unavailable" });
  await expect.poll(() => read).toBe(MOST_BODIES);
  gone.abort();
  await expect(all[MOST_BODIES]).rejects.toMatchObject({ message: "Reading was cancelled." });
  letGo();
  const ends = await Promise.allSettled(all);
  expect(ends.filter((end) => end.status === "fulfilled" && end.value === "notes")).toHaveLength(
    MOST_BODIES + MOST_WAITING - 1,
  );
  expect(read).toBe(MOST_BODIES + MOST_WAITING - 1);
});

test("one that is too large, or says so, is not there, and gives its place back", async () => {
  const larger = { headers: { "content-length": "101" } };
  for (let n = 0; n <= MOST_BODIES; n++)
    expect(
      await withBody(
        sent(() => {}),
        4,
        async (body) => body,
      ),
    ).toBeNull();
  expect(
    await withBody(
      sent(() => expect.unreachable(), larger),
      100,
      async (body) => body,
    ),
  ).toBeNull();
});
