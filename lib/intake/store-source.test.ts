import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { sourceAttendees, sources, sourceVersions } from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import { getSource } from "#lib/sources/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

describe("storing a source", () => {
  it("keeps the text, matches attendees, and queues a run in the same transaction", async () => {
    const { sourceId, runId, duplicate } = await storeNotes(stage);
    expect(duplicate).toBe(false);
    const [version] = await stage.store.raw
      .select()
      .from(sourceVersions)
      .where(eq(sourceVersions.sourceId, sourceId));
    expect(version).toMatchObject({ version: 1, text: NOTES, createdBy: CAST.ada.id });
    const attendees = await stage.store.raw
      .select()
      .from(sourceAttendees)
      .where(eq(sourceAttendees.sourceId, sourceId));
    expect(attendees.map((attendee) => attendee.userId).sort()).toEqual([
      CAST.ada.id,
      CAST.bo.id,
      CAST.dana.id,
    ]);
    expect(await kindsOf(stage.store, sourceId)).toEqual(["source.stored"]);
    expect(await kindsOf(stage.store, runId as string)).toEqual(["run.queued"]);
    expect(stage.queue.entries).toEqual([{ kind: "run", id: runId }]);
  });

  it("recognises the same text by the same author, also when both pastes arrive at once", async () => {
    const answers = await Promise.all([storeNotes(stage), storeNotes(stage)]);
    expect(new Set(answers.map((answer) => answer.sourceId)).size).toBe(1);
    expect(answers.filter((answer) => answer.duplicate)).toHaveLength(1);
    expect(await stage.store.raw.select().from(sources)).toHaveLength(1);
  });

  it("names the source that somebody else made of the same text, unless it may not be seen", async () => {
    const first = await storeNotes(stage, { by: "bo", visibility: "open" });
    await expect(storeNotes(stage, { by: "ada" })).rejects.toMatchObject({
      code: "conflict",
      detail: { duplicateOf: { sourceId: first.sourceId, by: CAST.bo.name } },
    });
    await storeNotes(stage, { by: "bo", text: `${NOTES} private`, visibility: "private" });
    await expect(storeNotes(stage, { by: "ada", text: `${NOTES} private` })).resolves.toMatchObject({
      duplicate: false,
    });
  });

  it("keeps one source of the same text where two people store it at once, and names it to the other", async () => {
    const act = (ctx: UserCtx) => storeNotes({ as: () => ctx }, { visibility: "open" });
    const lost = await loserOf({ ctx: stage.as("ada"), act }, { ctx: stage.as("bo"), act });
    const [kept, ...others] = await stage.store.raw.select().from(sources);
    expect(others).toEqual([]);
    expect(lost).toMatchObject({ code: "conflict", detail: { duplicateOf: { sourceId: kept?.id } } });
  });

  it("is refused to viewers, and stores nothing", async () => {
    await expect(storeNotes(stage, { by: "hugo" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await stage.store.raw.select().from(sources)).toHaveLength(0);
  });

  it("refuses empty text, a team that isn't there, and a date that isn't one", async () => {
    await expect(storeNotes(stage, { text: "  \n " })).rejects.toThrow("There is no text yet.");
    await expect(storeNotes(stage, { visibility: "team", teamId: "tea_gone" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(storeNotes(stage, { visibility: "team" })).rejects.toThrow("Choose the team");
  });
});

describe("who sees a source", () => {
  const cases = [
    { visibility: "private", sees: ["ada"] },
    { visibility: "attendees", sees: ["ada", "bo"] },
    { visibility: "team", teamId: ENGINEERING.id, sees: ["ada", "dana"] },
    { visibility: "open", sees: ["ada", "bo", "dana", "ines", "hugo"] },
  ] as const;

  it.each(cases)("$visibility: $sees", async ({ visibility, sees, ...rest }) => {
    const { sourceId } = await storeNotes(stage, { visibility, attendees: ["Bo"], ...rest });
    for (const key of ["ada", "bo", "dana", "ines", "hugo"] as const) {
      const answer = getSource(stage.as(key), sourceId);
      if ((sees as readonly string[]).includes(key))
        await expect(answer).resolves.toMatchObject({ id: sourceId });
      else await expect(answer).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
