import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, users } from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import { addMember } from "#lib/teams/add-member";
import { changeLead } from "#lib/teams/change-lead";
import { createTeam } from "#lib/teams/create-team";
import { listTeams } from "#lib/teams/queries";
import { removeMember } from "#lib/teams/remove-member";
import { renameTeam } from "#lib/teams/rename-team";

const teamId = ENGINEERING.id;
let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const engineering = async () => (await listTeams(stage.system)).find((team) => team.id === teamId);
const lastEvent = async () =>
  (await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1))[0];

describe("createTeam", () => {
  it("creates a team whose lead is its first member", async () => {
    const { teamId: sales } = await createTeam(stage.as("ines"), { name: "Sales", leadId: CAST.ada.id });
    expect(await listTeams(stage.system)).toContainEqual({
      id: sales,
      name: "Sales",
      leadId: CAST.ada.id,
      memberIds: [CAST.ada.id],
    });
    expect(await lastEvent()).toMatchObject({
      kind: "team.created",
      subjectId: sales,
      actorId: CAST.ines.id,
    });
  });

  it("is for admins, needs a name of its own and an active lead", async () => {
    await expect(createTeam(stage.as("ada"), { name: "Sales" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(createTeam(stage.as("ines"), { name: "Engineering" })).rejects.toMatchObject({
      code: "conflict",
    });
    await stage.store.raw
      .update(users)
      .set({ deactivatedAt: stage.clock.now() })
      .where(eq(users.id, CAST.bo.id));
    const late = createTeam(stage.as("ines"), { name: "Sales", leadId: CAST.bo.id });
    await expect(late).rejects.toThrow("was deactivated");
  });
});

describe("renameTeam", () => {
  it("renames it", async () => {
    await renameTeam(stage.as("ines"), { teamId, name: "Platform" });
    expect((await engineering())?.name).toBe("Platform");
    expect(await lastEvent()).toMatchObject({
      kind: "team.changed",
      subjectId: teamId,
      data: { fields: ["name"] },
    });
  });

  it("refuses its lead, a name that is taken, and who was slower", async () => {
    await createTeam(stage.as("ines"), { name: "Sales" });
    await expect(renameTeam(stage.as("dana"), { teamId, name: "Platform" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const taken = renameTeam(stage.as("ines"), { teamId, name: "Sales" });
    await expect(taken).rejects.toThrow("There is a team called Sales already.");
    const rename = (name: string) => ({
      ctx: stage.as("ines"),
      act: (ctx: UserCtx) => renameTeam(ctx, { teamId, name }),
    });
    expect(await loserOf(rename("Platform"), rename("Product"))).toMatchObject({ code: "conflict" });
  });
});

describe("changeLead", () => {
  it("gives the team another lead, who becomes a member", async () => {
    await changeLead(stage.as("ines"), { teamId, leadId: CAST.ada.id });
    expect(await engineering()).toMatchObject({
      leadId: CAST.ada.id,
      memberIds: [CAST.ada.id, CAST.chidi.id, CAST.dana.id],
    });
    expect(await lastEvent()).toMatchObject({ kind: "team.changed", data: { fields: ["lead"] } });
    await changeLead(stage.as("ines"), { teamId, leadId: null });
    expect((await engineering())?.leadId).toBeNull();
  });

  it("refuses the lead of the moment, and who was slower", async () => {
    await expect(changeLead(stage.as("dana"), { teamId, leadId: null })).rejects.toMatchObject({
      code: "forbidden",
    });
    const choose = (leadId: string) => ({
      ctx: stage.as("ines"),
      act: (ctx: UserCtx) => changeLead(ctx, { teamId, leadId }),
    });
    expect(await loserOf(choose(CAST.ada.id), choose(CAST.bo.id))).toMatchObject({ code: "conflict" });
  });
});

describe("addMember", () => {
  it.each(["dana", "ines"] as const)("lets %s put Bo in", async (who) => {
    await addMember(stage.as(who), { teamId, userId: CAST.bo.id });
    expect((await engineering())?.memberIds).toEqual([CAST.bo.id, CAST.chidi.id, CAST.dana.id]);
    expect(await lastEvent()).toMatchObject({ kind: "team.changed", data: { fields: ["members"] } });
  });

  it("refuses others, and who is in it already", async () => {
    const bo = { teamId, userId: CAST.bo.id };
    await expect(addMember(stage.as("bo"), bo)).rejects.toMatchObject({ code: "forbidden" });
    await expect(addMember(stage.as("ada"), bo)).rejects.toMatchObject({ code: "forbidden" });
    const both = await Promise.allSettled([addMember(stage.as("dana"), bo), addMember(stage.as("ines"), bo)]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });
});

describe("removeMember", () => {
  const chidi = { teamId, userId: CAST.chidi.id };

  it("lets the lead take somebody out", async () => {
    await removeMember(stage.as("dana"), chidi);
    expect((await engineering())?.memberIds).toEqual([CAST.dana.id]);
    expect(await lastEvent()).toMatchObject({ kind: "team.changed", data: { fields: ["members"] } });
  });

  it("refuses others, the lead's own leaving, and who was slower", async () => {
    await expect(removeMember(stage.as("ada"), chidi)).rejects.toMatchObject({ code: "forbidden" });
    const lead = removeMember(stage.as("dana"), { teamId, userId: CAST.dana.id });
    await expect(lead).rejects.toThrow("Choose another lead first.");
    const both = await Promise.allSettled([
      removeMember(stage.as("dana"), chidi),
      removeMember(stage.as("ines"), chidi),
    ]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });

  it("knows no other teams", async () => {
    await expect(removeMember(stage.as("ines"), { ...chidi, teamId: "tea_none" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
