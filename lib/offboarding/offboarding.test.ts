import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { actions, events, questions, sources, teamMembers, teams } from "#drizzle/schema/schema";
import { CAST, type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { countOf } from "#e2e/support/count";
import { stageDraft } from "#e2e/support/drafts";
import { stageMeeting } from "#e2e/support/records";
import { reassignAction } from "#lib/actions/reassign-action";
import { approveDraft } from "#lib/drafts/approve-draft";
import { decidableDrafts } from "#lib/drafts/queue-queries";
import { listNotices } from "#lib/notices/queries";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { listHeld } from "#lib/offboarding/queries";
import type { TakeOver } from "#lib/offboarding/schema";
import { getSource } from "#lib/sources/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const { bo, ada, dana, hugo } = CAST;
const leave = (userId: string, takeOver: Partial<TakeOver> = {}, as: CastKey = "ines") =>
  deactivatePerson(stage.as(as), { userId, takeOver });
const ownerOf = async (id: string) =>
  (await stage.store.raw.select().from(actions).where(eq(actions.id, id)))[0];
const deciderOf = async (id: string) =>
  (await stage.store.raw.select().from(questions).where(eq(questions.id, id)))[0];
const toldTo = async (key: CastKey) =>
  (await listNotices(stage.as(key), {})).rows.map(({ sentence }) => sentence);
const said = async (kind: string) =>
  (await stage.store.raw.select().from(events).where(eq(events.kind, kind)).orderBy(asc(events.seq))).map(
    ({ subjectId, actorId, data }) => ({ subjectId, actorId, data }),
  );

describe("what somebody holds", () => {
  it("is told by name as far as the admin sees it, and by number beyond", async () => {
    const open = await stageMeeting(stage, { title: "Open" });
    const hidden = await stageMeeting(stage, { by: "ada", visibility: "private" });
    await open.action({ owner: "dana", text: "Order tablets" });
    await open.action({ owner: "dana", text: "Done long ago", state: "done" });
    await open.action({ owner: "bo", text: "Not hers" });
    await hidden.action({ owner: "dana", text: "Nobody's business" });
    await hidden.question({ decider: "dana", text: "Who knows?" });
    await stageDraft(stage, { by: "dana", visibility: "open" });
    await stageDraft(stage, {
      by: "dana",
      visibility: "private",
      text: "Private\n\n- ACTION: Dana to think\n",
    });
    const held = await listHeld(stage.as("ines"), dana.id);
    expect(held.actions).toMatchObject({ count: 2, hidden: 1, named: [{ name: "Order tablets" }] });
    expect(held.questions).toEqual({ count: 1, hidden: 1, named: [] });
    expect(held.drafts).toMatchObject({ count: 1, hidden: 0 });
    expect(held.teams.named).toEqual([{ id: ENGINEERING.id, name: ENGINEERING.name }]);
    expect(held.privateSources).toBe(1);
    expect(JSON.stringify(held)).not.toMatch(/business|knows|Private|think/);
  });

  it("is nobody's but an admin's to see", async () => {
    await expect(listHeld(stage.as("ada"), bo.id)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("deactivatePerson", () => {
  it("hands everything over in one, with an event for each thing", async () => {
    const meeting = await stageMeeting(stage);
    const act = await meeting.action({ owner: "dana" });
    const asked = await meeting.question({ decider: "dana" });
    const { draftId } = await stageDraft(stage, { by: "dana", visibility: "open", attendees: [] });
    expect(await countOf(stage.as("bo"), decidableDrafts)).toBe(0);
    const handed = await leave(dana.id, { actions: bo.id, questions: ada.id, teams: bo.id, drafts: bo.id });
    expect(await toldTo("bo")).toEqual(["Ines Duarte gave you what Dana Weiss had: 3 things"]);
    expect(await toldTo("ada")).toEqual(["Ines Duarte gave you what Dana Weiss had: one thing"]);
    expect(handed).toEqual({
      teams: 1,
      privateSources: 0,
      drafts: 1,
      actions: { given: 1, left: 0 },
      questions: { given: 1, left: 0 },
      blockers: { given: 0, left: 0 },
      leads: { given: 0, left: 0 },
    });
    expect(await ownerOf(act)).toMatchObject({ ownerId: bo.id, ownerName: bo.name, version: 2 });
    expect(await deciderOf(asked)).toMatchObject({ deciderId: ada.id, deciderName: ada.name, version: 2 });
    const by = { actorId: CAST.ines.id };
    expect(await said("action.reassigned")).toEqual([
      { ...by, subjectId: act, data: { from: dana.id, to: bo.id } },
    ]);
    expect(await said("question.handed_over")).toEqual([
      { ...by, subjectId: asked, data: { from: dana.id, to: ada.id } },
    ]);
    expect(await said("team.changed")).toEqual([
      { ...by, subjectId: ENGINEERING.id, data: { fields: ["lead"] } },
    ]);
    expect(await said("source.handed_over")).toMatchObject([{ ...by, data: { from: dana.id, to: bo.id } }]);
    const [team] = await stage.store.raw.select().from(teams);
    expect(team?.leadId).toBe(bo.id);
    const isMember = and(eq(teamMembers.teamId, ENGINEERING.id), eq(teamMembers.userId, bo.id));
    expect(await stage.store.raw.$count(teamMembers, isMember)).toBe(1);
    // Who keeps the source decides on its draft, as its author did.
    expect(await countOf(stage.as("bo"), decidableDrafts)).toBe(1);
    await expect(approveDraft(stage.as("bo"), { draftId, revision: 1 })).resolves.toBeDefined();
  });

  it("leaves what nobody was chosen for to nobody, and what is done as it was", async () => {
    const meeting = await stageMeeting(stage);
    const open = await meeting.action({ owner: "dana" });
    const done = await meeting.action({ owner: "dana", state: "done" });
    const asked = await meeting.question({ decider: "dana" });
    await leave(dana.id);
    expect(await ownerOf(open)).toMatchObject({ ownerId: null, ownerName: null });
    expect(await ownerOf(done)).toMatchObject({ ownerId: dana.id, version: 1 });
    expect(await deciderOf(asked)).toMatchObject({ deciderId: null, deciderName: null });
    expect((await stage.store.raw.select().from(teams))[0]?.leadId).toBeNull();
    expect(await said("action.reassigned")).toMatchObject([{ data: { from: dana.id, to: null } }]);
  });

  it("gives nobody what they may not see", async () => {
    const team = await stageMeeting(stage, { visibility: "team", teamId: ENGINEERING.id });
    const among = await stageMeeting(stage, { visibility: "attendees", attendees: ["bo", "dana"] });
    const hers = await stageMeeting(stage, { visibility: "private" });
    const [a, b, c] = [
      await team.action({ owner: "dana" }),
      await among.action({ owner: "dana" }),
      await hers.action({ owner: "dana" }),
    ];
    const handed = await leave(dana.id, { actions: bo.id, drafts: bo.id });
    expect(handed.actions).toEqual({ given: 1, left: 2 });
    expect(await Promise.all([a, b, c].map(async (id) => (await ownerOf(id))?.ownerId))).toEqual([
      null,
      bo.id,
      null,
    ]);
  });

  it("counts what the new lead sees of the team", async () => {
    const team = await stageMeeting(stage, { visibility: "team", teamId: ENGINEERING.id });
    const act = await team.action({ owner: "dana" });
    await leave(dana.id, { teams: bo.id, actions: bo.id });
    expect(await ownerOf(act)).toMatchObject({ ownerId: bo.id });
  });

  it("keeps drafts of sources that the one who takes over doesn't see where they are", async () => {
    const { sourceId } = await stageDraft(stage, {
      by: "dana",
      visibility: "team",
      teamId: ENGINEERING.id,
    });
    expect((await leave(dana.id, { drafts: bo.id })).drafts).toBe(0);
    await expect(getSource(stage.as("bo"), sourceId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps private sources private, also from admins, unless somebody is named for them", async () => {
    const { sourceId } = await stageDraft(stage, { by: "dana", visibility: "private" });
    await leave(dana.id, { drafts: bo.id, actions: bo.id });
    for (const who of ["bo", "ada", "ines"] as const)
      await expect(getSource(stage.as(who), sourceId)).rejects.toMatchObject({ code: "not_found" });
    expect(await said("source.handed_over")).toEqual([]);
  });

  it("hands private sources to the one who was named, and to nobody else, with an event for each", async () => {
    const { sourceId, draftId } = await stageDraft(stage, { by: "dana", visibility: "private" });
    const handed = await leave(dana.id, { privateSources: bo.id });
    expect(handed.privateSources).toBe(1);
    expect(await getSource(stage.as("bo"), sourceId)).toMatchObject({
      authorId: dana.id,
      keeperName: bo.name,
    });
    for (const who of ["ada", "ines", "hugo"] as const)
      await expect(getSource(stage.as(who), sourceId)).rejects.toMatchObject({ code: "not_found" });
    expect(await said("source.handed_over")).toEqual([
      { subjectId: sourceId, actorId: CAST.ines.id, data: { from: dana.id, to: bo.id } },
    ]);
    await expect(approveDraft(stage.as("bo"), { draftId, revision: 1 })).resolves.toBeDefined();
    // Whoever was given them hands them on in turn.
    await leave(bo.id, { privateSources: ada.id });
    expect(await getSource(stage.as("ada"), sourceId)).toMatchObject({ keeperName: ada.name });
    await expect(getSource(stage.as("bo"), sourceId)).rejects.toMatchObject({ code: "not_found" });
    const [row] = await stage.store.raw.select().from(sources);
    expect(row).toMatchObject({ authorId: dana.id, keeperId: ada.id });
  });

  it.each([
    ["themselves", { actions: dana.id }, "invalid"],
    ["a viewer", { actions: hugo.id }, "invalid"],
    ["nobody there is", { teams: "usr_nowhere" }, "conflict"],
  ])("refuses to hand over to %s, and changes nothing", async (_, takeOver, code) => {
    const act = await (await stageMeeting(stage)).action({ owner: "dana" });
    await expect(leave(dana.id, takeOver)).rejects.toMatchObject({ code });
    expect(await ownerOf(act)).toMatchObject({ ownerId: dana.id });
    expect(await stage.store.raw.$count(events)).toBe(0);
  });

  it("refuses leaders, and who was deactivated to take over", async () => {
    await expect(leave(dana.id, {}, "ada")).rejects.toMatchObject({ code: "forbidden" });
    await leave(bo.id);
    await expect(leave(dana.id, { actions: bo.id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("says so to the second of two admins", async () => {
    const twice = await Promise.allSettled([leave(dana.id), leave(dana.id)]);
    expect(twice.find((end) => end.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });

  it("hands over more than a thousand things", async () => {
    const meeting = await stageMeeting(stage);
    const first = await ownerOf(await meeting.action({ owner: "dana" }));
    if (!first) throw new Error("No action.");
    const more = Array.from({ length: 1500 }, (_, n) => ({ ...first, id: `act_${n}` }));
    await stage.store.raw.insert(actions).values(more);
    expect((await leave(dana.id, { actions: bo.id })).actions.given).toBe(1501);
    expect(await said("action.reassigned")).toHaveLength(1501);
  });
});

describe("what is given to somebody while they are deactivated", () => {
  it("is handed over with the rest, or its giver is told", async () => {
    const meeting = await stageMeeting(stage);
    const acts = [];
    for (let n = 0; n < 8; n++) acts.push(await meeting.action({ owner: "bo" }));
    const give = (actionId: string) =>
      reassignAction(stage.as("ada"), { actionId, version: 1, ownerId: dana.id }).catch(({ code }) => code);
    const early = acts.slice(0, 4).map(give);
    const leaving = leave(dana.id, { actions: ada.id });
    const late = acts.slice(4).map(give);
    const given = await Promise.all([...early, ...late]);
    await leaving;
    for (const [n, id] of acts.entries())
      expect((await ownerOf(id))?.ownerId).toBe(given[n] === "invalid" ? bo.id : ada.id);
  });

  it("becomes nobody's where an approval names them afterwards", async () => {
    const { draftId } = await stageDraft(stage, { by: "ada", visibility: "open" });
    await leave(dana.id);
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    const made = await stage.store.raw.select().from(actions).where(eq(actions.draftId, draftId));
    const named = made.map(({ ownerId, ownerName }) => [ownerId, ownerName]);
    expect(named.toSorted()).toEqual([
      [null, dana.name],
      [bo.id, bo.name],
    ]);
  });
});
