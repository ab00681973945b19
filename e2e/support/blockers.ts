import { blockers, sources, sourceVersions } from "#drizzle/schema/schema";
import type { StandupVisibility } from "#drizzle/schema/standups";
import { CAST, type CastKey, COMPANY, ENGINEERING, type Stage } from "#e2e/support/cast";
import { proposeBlockers } from "#lib/blockers/propose-blockers";
import { newId } from "#lib/db/ids";
import { transact } from "#lib/events/transact";
import type { FoundBlocker } from "#lib/workflows/define";

type Update = {
  by?: CastKey;
  day?: string;
  visibility?: StandupVisibility;
  /** What is in the way, in the words of the update, and who could unblock it. */
  said?: string[];
  waitsFor?: string;
  /** The update that is changed, where it is not a new one. */
  of?: string;
};

/** An update of Engineering as posting it leaves it: its source, and what it says is in the way. */
export async function postSaid(stage: Stage, update: Update = {}): Promise<{ sourceId: string }> {
  const { by = "chidi", day = "2026-11-20", visibility = "open", said = [BLOCKED], waitsFor = "" } = update;
  const text = `Yesterday: tests.\n${said.join("\n")}`;
  const sourceId = update.of ?? (await insertSource(stage, { by, day, visibility, text }));
  const { id: userId, name } = CAST[by];
  const found: FoundBlocker[] = said.map((quote) => {
    const start = text.indexOf(quote);
    return { quote, start, end: start + quote.length, implicit: true, waitsFor };
  });
  await transact(stage.as(by), async (work) => {
    await proposeBlockers(stage.as(by), work, {
      teamId: ENGINEERING.id,
      visibility,
      day,
      source: { id: sourceId, version: 1 },
      spans: [{ userId, name, start: 0, end: text.length, found }],
    });
    work.record({ kind: "source.corrected", subjectId: sourceId, sourceId, data: { version: 1 } });
  });
  return { sourceId };
}

/** What updates say where nothing else is asked for. */
export const BLOCKED = "Still waiting on the staging certificate.";

/** A blocker of Chidi's, and where it was said. */
export async function stageBlocker(
  stage: Stage,
  { state = "proposed", owner, ...update }: Update & StagedState = {},
): Promise<{ blockerId: string; sourceId: string }> {
  const before = new Set((await stage.store.raw.select().from(blockers)).map(({ id }) => id));
  const { sourceId } = await postSaid(stage, update);
  const [made] = (await stage.store.raw.select().from(blockers)).filter(({ id }) => !before.has(id));
  if (!made) throw new Error("The update proposed no blocker.");
  if (state !== "proposed" || owner)
    await stage.store.raw.update(blockers).set(stateOf(stage, { state, owner }));
  return { blockerId: made.id, sourceId };
}

type StagedState = { state?: (typeof blockers.$inferSelect)["state"]; owner?: CastKey };

function stateOf(stage: Stage, { state, owner }: StagedState) {
  const ended = state === "resolved" || state === "accepted" || state === "dismissed";
  return {
    state,
    ownerId: owner ? CAST[owner].id : null,
    ...(ended && { closedAt: stage.clock.now(), closedBy: CAST.dana.id, closing: "Renewed it" }),
  };
}

async function insertSource(
  stage: Stage,
  { by, day, visibility, text }: Required<Pick<Update, "by" | "day" | "visibility">> & { text: string },
): Promise<string> {
  const createdAt = stage.clock.now();
  const id = newId("src", createdAt);
  await stage.store.raw.insert(sources).values({
    id,
    workflow: "standup",
    title: `${CAST[by].name}, ${day}`,
    heldOn: day,
    timeZone: COMPANY.timeZone,
    authorId: CAST[by].id,
    visibility,
    teamId: ENGINEERING.id,
    provenance: { via: "paste", format: "plain" },
    contentHash: id,
    createdAt,
  });
  await stage.store.raw.insert(sourceVersions).values({
    sourceId: id,
    version: 1,
    text,
    hash: id,
    lines: 2,
    words: 9,
    createdAt,
    createdBy: CAST[by].id,
  });
  return id;
}
