import { desc } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { CAST, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { openSession } from "#e2e/support/open-session";
import { findLiveSession, listSessions } from "#lib/sessions/queries";
import { revokeSession } from "#lib/sessions/revoke-session";

let stage: Stage;
let sessionId: string;
beforeEach(async () => {
  stage = await setStage();
  const browser = { address: "198.51.100.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0" };
  ({ sessionId } = await openSession(stage.system, { ...browser, email: CAST.bo.email, password: PASSWORD }));
});

describe("revokeSession", () => {
  it.each(["bo", "ines"] as const)("lets %s end Bo's session, and it ends at once", async (who) => {
    await revokeSession(stage.as(who), { sessionId });
    expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
    const [event] = await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1);
    expect(event).toMatchObject({
      kind: "session.revoked",
      subjectId: sessionId,
      actorId: CAST[who].id,
      data: { userId: CAST.bo.id },
    });
  });

  it("hides it from everybody else", async () => {
    await expect(revokeSession(stage.as("ada"), { sessionId })).rejects.toMatchObject({ code: "not_found" });
    expect(await findLiveSession(stage.system, sessionId)).toBeDefined();
  });

  it("tells the second of two that it was ended already", async () => {
    const both = await Promise.allSettled([
      revokeSession(stage.as("bo"), { sessionId }),
      revokeSession(stage.as("ines"), { sessionId }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });
});

describe("listSessions", () => {
  it.each(["bo", "ines"] as const)("shows %s what Bo is signed in with", async (who) => {
    expect(await listSessions(stage.as(who), CAST.bo.id)).toEqual([
      {
        id: sessionId,
        device: "Firefox on Linux",
        address: "198.51.100.7",
        createdAt: stage.clock.now(),
        lastSeenAt: stage.clock.now(),
      },
    ]);
  });

  it("shows others nothing, and leaves out what has ended", async () => {
    await expect(listSessions(stage.as("ada"), CAST.bo.id)).rejects.toMatchObject({ code: "not_found" });
    await revokeSession(stage.as("bo"), { sessionId });
    expect(await listSessions(stage.as("bo"), CAST.bo.id)).toEqual([]);
  });
});
