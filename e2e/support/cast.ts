import { teamMembers, teams, users, workspace } from "#drizzle/schema/schema";
import type { Role } from "#drizzle/schema/users";
import { type TestClock, testClock } from "#e2e/support/clock";
import { testStore } from "#e2e/support/database";
import { type RecordingQueue, recordingQueue } from "#e2e/support/queue";
import type { Store } from "#lib/db/store";
import type { Ctx, UserCtx } from "#lib/events/context";
import { llmSettings } from "#lib/llm/settings";
import { openVault, type Vault } from "#lib/runtime/vault";

/** The password of everybody in the cast who can sign in. */
export const PASSWORD = "countersign-larkfield-2026";
const PASSWORD_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$IpSxc3ApgDx6Mpopep9Suw$n2EJ87p8SZQXusV3pgdChO+qcjGo9hlFJOl/mIyp0gM";

/** The people of Larkfield Software whom tests speak of. */
export const CAST = {
  /** Leads. */
  ada: person("ada", "Ada Lindqvist", "leader"),
  /** A member; sells. */
  bo: person("bo", "Bo Tran", "member"),
  /** Only reads. */
  hugo: person("hugo", "Hugo Marchetti", "viewer"),
  /** A member; leads the team Engineering. */
  dana: person("dana", "Dana Weiss", "member"),
  /** Administers. */
  ines: person("ines", "Ines Duarte", "admin"),
  /** On the roster and in Engineering; has no password. */
  chidi: person("chidi", "Chidi Okafor", "member"),
} as const;

export type CastKey = keyof typeof CAST;

/** Dana's team; Chidi is the other member. */
export const ENGINEERING = { id: "tea_engineering", name: "Engineering" } as const;
export const COMPANY = { name: "Larkfield Software", timeZone: "America/Toronto" } as const;

function person(key: string, name: string, role: Role) {
  return { id: `usr_${key}`, name, role, email: `${key}@larkfield.example` };
}

/** Everything a test of a verb needs: an empty database with the cast in it, a clock and a recording queue. */
export type Stage = {
  store: Store;
  queue: RecordingQueue;
  clock: TestClock;
  /** A context in which a person of the cast acts. */
  as: (key: CastKey) => UserCtx;
  /** The context of the worker. */
  system: Ctx;
};

/** Sets the stage. Call it in each test (or `beforeEach`): it starts from nothing every time. */
export async function setStage(at?: string): Promise<Stage> {
  const store = await testStore();
  const stage = stageOn(store, at);
  await insertCast(store, stage.clock.now());
  return stage;
}

/** The same over a database that has the cast already. */
export function stageOn(store: Store, at?: string): Stage {
  const clock = testClock(at);
  const queue = recordingQueue();
  const ports = { store, queue, now: clock.now, llm: llmSettings({}), channels: {}, vault: testVault() };
  return {
    store,
    queue,
    clock,
    as: (key) => ctxFor(store, key, ports),
    system: { ...ports, actor: { kind: "system" } },
  };
}

/** The context of a person who was inserted with `insertCast`. */
export function ctxFor(store: Store, key: CastKey, ports: Partial<Omit<UserCtx, "actor">> = {}): UserCtx {
  const { id, name, role } = CAST[key];
  return {
    store,
    queue: ports.queue ?? recordingQueue(),
    now: ports.now ?? testClock().now,
    llm: ports.llm ?? llmSettings({}),
    channels: ports.channels ?? {},
    vault: ports.vault ?? testVault(),
    actor: { kind: "user", id, name, role },
  };
}

/** A vault on a key that every test knows. */
export function testVault(): Vault {
  return openVault(() => [Buffer.alloc(32, "larkfield")]);
}

/** Writes the company, its people and its team. */
export async function insertCast(store: Store, createdAt: Date): Promise<void> {
  await store.raw.insert(workspace).values({ id: 1, ...COMPANY, setUpAt: createdAt });
  await store.raw.insert(users).values(
    Object.entries(CAST).map(([key, { id, name, role, email }]) => ({
      id,
      name,
      role,
      email,
      passwordHash: key === "chidi" ? null : PASSWORD_HASH,
      joinedAt: key === "chidi" ? null : createdAt,
      aliases: [name.split(" ")[0] as string],
      handles: [key],
      timeZone: COMPANY.timeZone,
      createdAt,
    })),
  );
  await store.raw.insert(teams).values({ ...ENGINEERING, leadId: CAST.dana.id, createdAt });
  await store.raw
    .insert(teamMembers)
    .values([CAST.dana, CAST.chidi].map(({ id }) => ({ teamId: ENGINEERING.id, userId: id })));
}
