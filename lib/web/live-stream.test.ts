import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { events, sessions } from "#drizzle/schema/schema";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { expectConsoleError } from "#e2e/support/console";
import { storeNotes } from "#e2e/support/drafts";
import { onPostgres } from "#e2e/support/empty-database";
import { type Heard, type LiveHub, openLiveHub } from "#lib/events/live";
import { transact } from "#lib/events/transact";
import { type LiveCursor, readCursor } from "#lib/log/live-cursor";
import { getLiveCursor } from "#lib/log/live-queries";
import { findLiveSession } from "#lib/sessions/queries";
import { revokeSession } from "#lib/sessions/revoke-session";
import { startSession } from "#lib/sessions/start-session";
import { liveStream } from "#lib/web/live-stream";

let stage: Stage;
let hub: LiveHub;
beforeEach(async () => {
  stage = await setStage();
  hub = await openLiveHub(stage.store);
  return () => hub.close();
});

type Opened = {
  who?: CastKey;
  live?: LiveHub;
  after?: LiveCursor | null;
  isSignedIn?: () => Promise<boolean>;
};

/** A stream somebody has open, with what it has said so far. */
function open({ who = "ada", live = hub, after, isSignedIn = async () => true }: Opened = {}) {
  const stop = new AbortController();
  const ctx = stage.as(who);
  const stream = liveStream({
    ctx,
    live,
    sessionId: `ses_${who}`,
    isSignedIn,
    after: after ?? null,
    signal: stop.signal,
  });
  const reader = stream.getReader();
  const page = { said: "", ended: false, abort: () => stop.abort(), cancel: () => reader.cancel() };
  void (async () => {
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      page.said += decoder.decode(part.value);
    page.ended = true;
  })();
  onTestFinished(page.abort);
  return page;
}

const kindsIn = (said: string) => [...said.matchAll(/"kind":"([\w.]+)"/g)].map((match) => match[1]);
const gathered = () => new Promise((resolve) => setTimeout(resolve, 150));

const lastIdIn = (said: string) => readCursor([...said.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? null);

/** A change that has its number in the log, and is committed when the test says so. */
async function changeSlowly(): Promise<{ commit: () => Promise<void> }> {
  const numbered = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const send = async () => {
    numbered.resolve();
    await release.promise;
  };
  const changed = transact({ ...stage.as("ada"), queue: { ...stage.queue, send } }, async (work) => {
    work.record({ kind: "user.changed", subjectId: CAST.ada.id, data: { fields: ["name"] } });
    work.enqueue({ kind: "run", id: "run_none" });
  });
  await numbered.promise;
  return {
    commit: () => {
      release.resolve();
      return changed;
    },
  };
}

/** A hub that says what a test tells it to, and knows who listens. */
function handHub() {
  const listeners = new Set<(heard: Heard) => void>();
  const subscribe: LiveHub["subscribe"] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const say = (heard: Heard) => {
    for (const listener of listeners) listener(heard);
  };
  return { subscribe, say, listeners: () => listeners.size, close: async () => {} };
}

describe("the live stream", () => {
  it("tells an open page what happened as kinds and ids, in order, with a number to resume from", async () => {
    const page = open();
    const { sourceId, runId } = await storeNotes(stage);
    await vi.waitFor(() => expect(kindsIn(page.said)).toEqual(["source.stored", "run.queued"]));
    const rows = await stage.store.raw.select().from(events).orderBy(events.seq);
    const [stored, queued] = rows;
    expect(page.said).toBe(
      `retry: 2000\n\nid: ${stored?.seq}\ndata: ${JSON.stringify({ seq: stored?.seq, kind: "source.stored", subjectId: sourceId, sourceId, draftId: null })}\n\n` +
        `id: ${queued?.seq}\ndata: ${JSON.stringify({ seq: queued?.seq, kind: "run.queued", subjectId: runId, sourceId, draftId: null })}\n\n`,
    );
  });

  it("tells nobody of what they may not see", async () => {
    const pages = {
      ada: open(),
      dana: open({ who: "dana" }),
      ines: open({ who: "ines" }),
      hugo: open({ who: "hugo" }),
    };
    await storeNotes(stage, { visibility: "private" });
    await storeNotes(stage, {
      visibility: "attendees",
      attendees: ["Dana"],
      text: "Dana will call Novak by Friday.",
    });
    await storeNotes(stage, { visibility: "open", text: "Bo will call Novak by Friday." });
    await vi.waitFor(() => expect(kindsIn(pages.ada.said)).toHaveLength(6));
    await vi.waitFor(() => expect(kindsIn(pages.hugo.said)).toHaveLength(2));
    expect(kindsIn(pages.dana.said)).toHaveLength(4);
    expect(kindsIn(pages.ines.said)).toHaveLength(2);
  });

  it("resumes after the last event the browser has", async () => {
    await storeNotes(stage);
    const [first] = await stage.store.raw
      .select({ seq: events.seq })
      .from(events)
      .orderBy(events.seq)
      .limit(1);
    const page = open({ live: handHub(), after: { newest: first?.seq ?? 0, missing: [] } });
    await vi.waitFor(() => expect(kindsIn(page.said)).toEqual(["run.queued"]));
  });

  it.runIf(onPostgres)("tells of an event that was committed after one with a higher number", async () => {
    const slow = await changeSlowly();
    await storeNotes(stage);
    const drawn = await getLiveCursor(stage.system);
    await slow.commit();
    const page = open({ live: handHub(), after: drawn });
    await vi.waitFor(() => expect(kindsIn(page.said)).toEqual(["user.changed"]));
    expect(lastIdIn(page.said)).toEqual({ newest: 3, missing: [] });
  });

  it.runIf(onPostgres)("remembers for a browser that comes back what it has yet to hear", async () => {
    const live = handHub();
    const page = open({ live, after: await getLiveCursor(stage.system) });
    const slow = await changeSlowly();
    await storeNotes(stage);
    live.say([2, 3]);
    await vi.waitFor(() => expect(kindsIn(page.said)).toEqual(["source.stored", "run.queued"]));
    await page.cancel();
    await slow.commit();
    const again = open({ live: handHub(), after: lastIdIn(page.said) });
    await vi.waitFor(() => expect(kindsIn(again.said)).toEqual(["user.changed"]));
  });

  it("waits for no event that was rolled back", async () => {
    const queue = { ...stage.queue, send: () => Promise.reject(new Error("The queue is full.")) };
    await expect(storeNotes({ as: (key) => ({ ...stage.as(key), queue }) })).rejects.toThrow(
      "The queue is full.",
    );
    await storeNotes(stage);
    expect(await getLiveCursor(stage.system)).toEqual({ newest: 4, missing: [1, 2] });
    stage.clock.advance(61_000);
    expect(await getLiveCursor(stage.system)).toEqual({ newest: 4, missing: [] });
  });

  it("asks the page to load again where it missed more than it can be told", async () => {
    await transact(stage.as("ada"), async ({ record }) => {
      for (let n = 0; n < 250; n++)
        record({ kind: "user.changed", subjectId: CAST.ada.id, data: { fields: ["name"] } });
    });
    const page = open({ live: handHub(), after: { newest: 0, missing: [] } });
    await vi.waitFor(() => expect(page.said).toContain("event: reload\ndata: {}\n\n"));
    expect(kindsIn(page.said)).toEqual([]);
  });

  it("asks the page to load again after the connection to the database was lost", async () => {
    const live = handHub();
    const page = open({ live });
    await gathered();
    live.say(null);
    await vi.waitFor(() => expect(page.said).toBe("retry: 2000\n\nevent: reload\ndata: {}\n\n"));
  });

  it("ends when the session is revoked, before it says anything more", async () => {
    const ctx = stage.as("bo");
    const device = { userId: CAST.bo.id, by: "password", address: null, userAgent: null } as const;
    const sessionId = await transact(ctx, (work) => startSession(ctx, work, device));
    const isSignedIn = async () => (await findLiveSession(ctx, sessionId)) !== undefined;
    const page = open({ who: "bo", isSignedIn });
    await storeNotes(stage);
    await vi.waitFor(() => expect(kindsIn(page.said)).toContain("run.queued"));
    const { said } = page;
    await revokeSession(stage.as("ines"), { sessionId });
    await vi.waitFor(() => expect(page.ended).toBe(true));
    await storeNotes(stage, { text: "Bo will call Novak by Friday." });
    await gathered();
    expect(page.said).toBe(said);
    expect(await stage.store.raw.$count(sessions, eq(sessions.id, sessionId))).toBe(1);
  });

  it.each(["abort", "cancel"] as const)("listens no longer when the browser leaves (%s)", async (leave) => {
    const live = handHub();
    const page = open({ live });
    await gathered();
    expect(live.listeners()).toBe(1);
    live.say([1]);
    await page[leave]();
    expect(live.listeners()).toBe(0);
    await vi.waitFor(() => expect(page.ended).toBe(true));
  });

  it("ends, so that the browser comes back, where the database doesn't answer", async () => {
    expectConsoleError(/^Live stream ended: Error: The database went away\./);
    const live = handHub();
    const isSignedIn = () => Promise.reject(new Error("The database went away."));
    const page = open({ live, isSignedIn });
    await gathered();
    live.say([1]);
    await vi.waitFor(() => expect(page.ended).toBe(true));
    expect(live.listeners()).toBe(0);
  });
});
