import { sessions, users } from "#drizzle/schema/schema";
import type { Store } from "#lib/db/store";

/** Somebody with a session. */
export type Member = { userId: string; sessionId: string };

/** Adds so many leaders, each signed in. */
export async function insertCrowd(store: Store, count: number): Promise<Member[]> {
  const now = new Date();
  const crowd = Array.from({ length: count }, (_, n) => ({
    userId: `usr_crowd${n}`,
    sessionId: `ses_crowd${n}`,
  }));
  await store.raw.insert(users).values(
    crowd.map(({ userId }, n) => ({
      id: userId,
      name: `Leader ${n}`,
      role: "leader" as const,
      email: `leader${n}@larkfield.example`,
      joinedAt: now,
      aliases: [],
      handles: [],
      timeZone: "America/Toronto",
      createdAt: now,
    })),
  );
  await store.raw.insert(sessions).values(
    crowd.map(({ userId, sessionId }) => ({
      id: sessionId,
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date("2100-01-01"),
    })),
  );
  return crowd;
}
