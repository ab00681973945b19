import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { events, slackPeople, users } from "#drizzle/schema/schema";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { insertSlack } from "#e2e/support/slack";
import type { UserCtx } from "#lib/events/context";
import { findWriter } from "#lib/slack/find-writer";
import { linkSlackPerson } from "#lib/slack/link-person";
import { openConnected } from "#lib/slack/open-workspace";
import { findSlack } from "#lib/slack/queries";

let slack: SlackDouble;
let stage: Stage;
let ines: UserCtx;
beforeEach(async () => {
  slack = await startSlackDouble();
  stage = await setStage();
  ines = { ...stage.as("ines"), channels: { slackApi: slack.api } };
  await insertSlack(stage);
});
afterEach(() => slack.close());

const kinds = async () =>
  (await stage.store.raw.select({ kind: events.kind }).from(events)).map((e) => e.kind);

describe("who somebody in Slack is", () => {
  const system = () => ({ ...stage.system, channels: ines.channels });
  const find = async (id: string) => findWriter(system(), await openConnected(ines), id);
  const inSlack = (id: string) => slack.world.people.find((one) => one.id === id)!;

  it("is found by the address, asked once, and told in the log", async () => {
    expect(await find("U0DANA")).toMatchObject({ actor: { id: CAST.dana.id, role: "member" } });
    expect(await find("U0DANA")).toMatchObject({ actor: { id: CAST.dana.id } });
    expect(slack.calls.filter((call) => call === "users.info")).toHaveLength(1);
    expect(await kinds()).toContain("slack_person.linked");
  });

  it("is found by a handle where no address is shown", async () => {
    inSlack("U0BO").profile.email = undefined;
    expect(await find("U0BO")).toMatchObject({ actor: { id: CAST.bo.id } });
  });

  it.each([
    [
      "has an address of nobody’s, whatever the handle",
      { profile: { email: "x@y.example", display_name: "bo" } },
    ],
    ["did not confirm the address and has no known handle", { is_email_confirmed: false, name: "x" }],
    ["is a bot", { is_bot: true }],
    ["is a guest", { is_restricted: true }],
    ["is of another company", { is_stranger: true }],
    ["has left there", { deleted: true }],
  ])("is nobody who %s", async (_, change) => {
    Object.assign(inSlack("U0BO"), change);
    expect(await find("U0BO")).toMatchObject({ reason: expect.stringMatching(/nobody here yet/) });
    // Slack is not asked at each message.
    await find("U0BO");
    expect(slack.calls.filter((call) => call === "users.info")).toHaveLength(1);
  });

  it("is not found twice: who took the name of somebody linked stays nobody", async () => {
    await find("U0BO");
    Object.assign(inSlack("U0ZED"), { name: "bo", profile: { display_name: "Bo Tran" } });
    expect(await find("U0ZED")).toMatchObject({ reason: expect.any(String) });
  });

  it("may only read, or has left", async () => {
    expect(await find("U0HUGO")).toMatchObject({ reason: expect.stringMatching(/only reads/) });
    await find("U0BO");
    await stage.store.raw
      .update(users)
      .set({ deactivatedAt: stage.clock.now() })
      .where(eq(users.id, CAST.bo.id));
    expect(await find("U0BO")).toEqual({ reason: "Bo Tran has left." });
  });

  it("is who an admin says, nobody included", async () => {
    await linkSlackPerson(ines, { slackUserId: "U0ZED", userId: CAST.ada.id });
    expect(await find("U0ZED")).toMatchObject({ actor: { id: CAST.ada.id } });
    await linkSlackPerson(ines, { slackUserId: "U0BO", userId: null });
    expect(await find("U0BO")).toMatchObject({ reason: expect.any(String) });
    const twice = linkSlackPerson(ines, { slackUserId: "U0DANA", userId: CAST.ada.id });
    await expect(twice).rejects.toMatchObject({ code: "conflict" });
    expect(await stage.store.raw.$count(slackPeople)).toBe(2);
  });

  it("waits where Slack can’t be asked, and says why", async () => {
    slack.trouble = { kind: "down", times: 1 };
    await expect(find("U0DANA")).rejects.toMatchObject({ code: "unavailable" });
    expect((await findSlack(ines))?.trouble).toMatch(/failed/);
    expect(await find("U0DANA")).toMatchObject({ actor: { id: CAST.dana.id } });
  });
});
