import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { users } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { type MailStage, SITE, setMail } from "#e2e/support/mail";
import { stageMeeting } from "#e2e/support/records";
import { completeAction } from "#lib/actions/complete-action";
import { reassignAction } from "#lib/actions/reassign-action";
import { changeNoticeSettings } from "#lib/notices/change-settings";
import { markNoticesRead } from "#lib/notices/mark-read";
import { countUnread } from "#lib/notices/queries";

const MINUTE = 60_000;

let stage: Stage;
let mail: MailStage;
beforeEach(async () => {
  stage = await setStage();
  mail = await setMail(stage);
});
afterEach(() => mail.server.close());

const subjects = () => mail.server.mails.map((one) => [one.envelope.to[0], one.subject]);

/** An action of Bo's from a meeting of Ada's. */
async function stageAction(given: { dueOn?: string; visibility?: "private" | "open" } = {}) {
  const meeting = await stageMeeting(stage, { visibility: given.visibility ?? "private", title: "Merger" });
  return meeting.action({ text: "Call the pilot about the merger", owner: "bo", dueOn: given.dueOn });
}
const give = (actionId: string, to: "dana" | "bo", by: "ada" | "bo" = "bo", version = 1) =>
  reassignAction(mail.as(by), { actionId, version, ownerId: CAST[to].id });

describe("a mail of notices", () => {
  it("leaves after a minute, with everything until then, and without what actions and titles say", async () => {
    await give(await stageAction({ dueOn: "2026-11-27" }), "dana");
    await give(await stageAction(), "dana");
    await mail.deliver();
    expect(mail.server.mails).toEqual([]);
    stage.clock.advance(MINUTE);
    await Promise.all([mail.deliver(), mail.deliver()]);
    expect(subjects()).toEqual([[CAST.dana.email, "2 notices from Countersign"]]);
    const [got] = mail.server.mails;
    expect(got?.text).toContain("Bo Tran handed an action over to you, due Fri 27 Nov.");
    expect(got?.text).toContain(`${SITE}/actions?open=act_`);
    expect(got?.raw).not.toMatch(/pilot|Merger/i);
    expect(got?.html).toContain(`<a href="${SITE}/actions?open=act_`);
    const [row] = await mail.rows();
    expect(row).toMatchObject({ state: "sent", attempt: 1, purpose: "notices" });
    expect(got?.messageId).toBe(`<${row?.messageId}>`);
    expect(await kindsOf(stage.store, row?.id ?? "")).toEqual(["mail.sending", "mail.sent"]);
  });

  it.each([
    ["done", (actionId: string) => completeAction(stage.as("dana"), { actionId, version: 2 })],
    ["given on", (actionId: string) => give(actionId, "bo", "ada", 2)],
    ["read", async () => markNoticesRead(stage.as("dana"), { until: stage.clock.now().toISOString() })],
    ["unwanted", async () => changeNoticeSettings(stage.as("dana"), { mail: [], quiet: null })],
    [
      "addressless",
      async () => stage.store.raw.update(users).set({ email: null }).where(eq(users.id, CAST.dana.id)),
    ],
    [
      "deactivated",
      async () =>
        stage.store.raw.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, CAST.dana.id)),
    ],
  ])("isn't sent where it is %s meanwhile", async (_, meanwhile) => {
    const actionId = await stageAction({ visibility: "open" });
    await give(actionId, "dana", "ada");
    await meanwhile(actionId);
    stage.clock.advance(2 * MINUTE);
    await mail.deliver();
    expect(mail.server.mails.filter(({ envelope }) => envelope.to[0] === CAST.dana.email)).toEqual([]);
    const theirs = (await mail.rows()).filter(({ userId }) => userId === CAST.dana.id);
    expect(theirs).toMatchObject([{ state: "cancelled" }]);
  });

  it("isn't made for kinds that are wanted in Countersign alone, and for drafts by default", async () => {
    await changeNoticeSettings(stage.as("dana"), { mail: ["overdue"], quiet: null });
    await give(await stageAction(), "dana");
    await stageDraft({ ...stage, system: mail.system, as: mail.as });
    expect(await mail.rows()).toEqual([]);
    expect(await countUnread(stage.as("dana"))).toBe(2);
  });

  it("waits in quiet hours and on days off until the next working morning, also where they begin meanwhile", async () => {
    stage.clock.set("2026-11-20T22:59:30.000Z");
    await give(await stageAction(), "dana");
    // Friday 18:00 in Toronto to Monday 08:00.
    expect((await mail.rows())[0]?.dueAt.toISOString()).toBe("2026-11-23T13:00:00.000Z");
    await changeNoticeSettings(stage.as("dana"), {
      mail: ["handed_over"],
      quiet: { from: "22:00", until: "09:30" },
    });
    stage.clock.set("2026-11-23T13:00:00.000Z");
    await mail.deliver();
    expect(mail.server.mails).toEqual([]);
    expect((await mail.rows())[0]).toMatchObject({
      state: "scheduled",
      dueAt: new Date("2026-11-23T14:30:00Z"),
    });
    stage.clock.set("2026-11-23T14:30:00.000Z");
    await mail.deliver();
    expect(subjects()).toEqual([[CAST.dana.email, "Bo Tran handed an action over to you"]]);
  });

  it("begins anew once the one before has left or was tried", async () => {
    await give(await stageAction(), "dana");
    stage.clock.advance(MINUTE);
    mail.server.behave("defer");
    await mail.deliver();
    await give(await stageAction(), "dana");
    expect((await mail.rows()).map(({ state, attempt }) => [state, attempt])).toEqual([
      ["scheduled", 1],
      ["scheduled", 0],
    ]);
    mail.server.behave("accept");
    stage.clock.advance(MINUTE);
    await mail.deliver();
    expect(subjects()).toHaveLength(2);
  });

  it("is told in the words of a name that tries to be more", async () => {
    await stage.store.raw
      .update(users)
      .set({ name: "<img src=x>\r\nBcc: eve@elsewhere.example" })
      .where(eq(users.id, CAST.bo.id));
    const hostile = { ...mail.as("bo") };
    await reassignAction(hostile, { actionId: await stageAction(), version: 1, ownerId: CAST.dana.id });
    stage.clock.advance(MINUTE);
    await mail.deliver();
    const [got] = mail.server.mails;
    expect(got?.envelope.to).toEqual([CAST.dana.email]);
    expect(got?.bcc).toBeUndefined();
    expect(got?.html).not.toContain("<img");
  });
});
