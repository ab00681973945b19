import { eq } from "drizzle-orm";
import {
  absences,
  actions,
  draftSources,
  drafts,
  modelCalls,
  reviews,
  runSources,
  runs,
  sources,
  standupDays,
  standups,
  standupUpdates,
  statements,
} from "#drizzle/schema/schema";
import type { Visibility } from "#drizzle/schema/sources";
import { CAST, type CastKey, ENGINEERING, type Stage } from "#e2e/support/cast";

const DAY_MS = 86_400_000;
const WORKFLOWS = ["meeting-notes", "follow-up"];
const PEOPLE = ["ada", "bo", "dana", "ines", "chidi"] as const satisfies CastKey[];
const VISIBILITIES: Visibility[] = ["open", "private", "attendees", "team"];

/** Numbers that look random and are the same each time (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Writes drafts with decisions, calls, actions and stand-ups of the last `days` days, drawn from a seed. */
export async function seedFigures(
  stage: Stage,
  { drafts: count, days }: { drafts: number; days: number },
): Promise<void> {
  const random = seededRandom(7);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const { raw: db } = stage.store;
  const now = stage.clock.now().getTime();
  for (let at = 0; at < count; at++) {
    const createdAt = new Date(now - Math.floor(random() * days * DAY_MS) - 3_600_000);
    const workflow = pick(WORKFLOWS);
    const by = CAST[pick(PEOPLE)].id;
    const id = String(at).padStart(4, "0");
    const source = {
      id: `src_${id}`,
      authorId: by,
      workflow,
      title: `T ${at}`,
      visibility: pick(VISIBILITIES),
    };
    await db.insert(sources).values({
      ...source,
      teamId: source.visibility === "team" ? ENGINEERING.id : null,
      heldOn: createdAt.toISOString().slice(0, 10),
      timeZone: "America/Toronto",
      provenance: { via: pick(["paste", "code"] as const), format: "text" },
      contentHash: id,
      createdAt,
    });
    const decidedAt = new Date(Math.min(now - 1000, createdAt.getTime() + Math.floor(random() * DAY_MS)));
    const decided = random() < 0.8;
    const approved = random() < 0.8;
    const reviewer = CAST[pick(PEOPLE)].id;
    await db.insert(drafts).values({
      id: `drf_${id}`,
      workflow,
      title: `T ${at}`,
      state: decided ? (approved ? "approved" : "rejected") : "pending",
      currentRevision: 1,
      counts: { kept: {}, untraced: 0 },
      edited: random() < 0.4,
      broughtBy: by,
      createdAt,
      decidedAt: decided ? decidedAt : null,
      decidedBy: decided ? reviewer : null,
    });
    await db.insert(draftSources).values({ draftId: `drf_${id}`, sourceId: source.id, version: 1 });
    const version = createdAt.getTime() > now - 30 * DAY_MS ? 2 : 1;
    await db.insert(runs).values({
      id: `run_${id}`,
      workflow,
      workflowVersion: version,
      writer: "claude",
      state: "done",
      dueAt: createdAt,
      requestedBy: by,
      draftId: `drf_${id}`,
      createdAt,
    });
    await db.insert(runSources).values({ runId: `run_${id}`, sourceId: source.id, version: 1 });
    await db.insert(modelCalls).values({
      id: `cal_${id}`,
      runId: `run_${id}`,
      attempt: 1,
      model: "m",
      host: "h",
      outcome: "answered",
      costMicros: random() < 0.95 ? BigInt(Math.floor(random() * 400_000)) : null,
      startedAt: createdAt,
    });
    if (!decided) continue;
    const timed = random() < 0.7;
    const review = { draftId: `drf_${id}`, revision: 1, reviewerId: reviewer };
    await db.insert(reviews).values({
      ...review,
      id: `rev_${id}`,
      decision: approved ? "approved" : "rejected",
      activeMs: timed ? Math.floor(random() * 600_000) : null,
      createdAt: decidedAt,
    });
    if (random() < 0.15)
      await db.insert(reviews).values({
        ...review,
        id: `rev_${id}_u`,
        decision: "undone",
        createdAt: new Date(Math.min(now, decidedAt.getTime() + Math.floor(random() * 3 * DAY_MS))),
      });
    if (!approved) continue;
    const done = random() < 0.5;
    await db.insert(statements).values({ draftId: `drf_${id}`, id: "s1", section: "actions", position: 0 });
    await db.insert(actions).values({
      id: `act_${id}`,
      draftId: `drf_${id}`,
      statementId: "s1",
      text: `Do ${at}`,
      ownerId: random() < 0.9 ? CAST[pick(PEOPLE)].id : null,
      state: done ? "done" : "open",
      createdAt: decidedAt,
      closedAt: done
        ? new Date(Math.min(now, decidedAt.getTime() + Math.floor(random() * 9 * DAY_MS)))
        : null,
    });
  }
  await seedStandups(stage, random, days);
}

async function seedStandups(stage: Stage, random: () => number, days: number): Promise<void> {
  const { raw: db } = stage.store;
  const now = stage.clock.now();
  await db.insert(standups).values({
    teamId: ENGINEERING.id,
    active: true,
    days: [1, 2, 3, 4, 5],
    timeZone: "America/Toronto",
    digestAt: 600,
    visibility: "open",
    createdAt: now,
    changedBy: CAST.dana.id,
  });
  const dayAgo = (ago: number) => new Date(now.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
  await db
    .insert(absences)
    .values({ id: "abs_1", userId: CAST.chidi.id, fromOn: dayAgo(4), untilOn: dayAgo(2), createdAt: now });
  const [first] = await db
    .select({ id: sources.id })
    .from(sources)
    .where(eq(sources.visibility, "open"))
    .limit(1);
  for (let ago = 1; ago < days; ago++) {
    const day = dayAgo(ago);
    await db.insert(standupDays).values({
      id: `day_${ago}`,
      teamId: ENGINEERING.id,
      day,
      dueAt: now,
      state: random() < 0.9 ? "closed" : "skipped",
      createdAt: now,
    });
    for (const who of [CAST.dana, CAST.chidi])
      if (random() < 0.6)
        await db.insert(standupUpdates).values({
          id: `upd_${ago}_${who.id}`,
          teamId: ENGINEERING.id,
          day,
          userId: who.id,
          name: who.name,
          sourceId: first?.id ?? "",
          via: "page",
          late: false,
          createdAt: now,
          changedAt: now,
        });
  }
}
