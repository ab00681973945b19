import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AUDIENCES } from "#e2e/support/audiences";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { type MailStage, setMail } from "#e2e/support/mail";
import { stageMeeting } from "#e2e/support/records";
import { reassignAction } from "#lib/actions/reassign-action";
import { approveDraft } from "#lib/drafts/approve-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { transact } from "#lib/events/transact";
import { changeNoticeSettings } from "#lib/notices/change-settings";
import { giveNotices } from "#lib/notices/give-notices";
import { markNoticesRead } from "#lib/notices/mark-read";
import { countUnread, listNotices } from "#lib/notices/queries";
import { changeRole } from "#lib/users/change-role";

const MINUTE = 60_000;
const SECRET = "Call the pilot about the merger";

let stage: Stage;
let mail: MailStage;
beforeEach(async () => {
  stage = await setStage();
  mail = await setMail(stage);
});
afterEach(() => mail.server.close());

const sentences = async (key: CastKey) =>
  (await listNotices(stage.as(key), {})).rows.map((row) => row.sentence);

/** An action of Bo's from a private meeting of Ada's. */
async function stageAction(given: { dueOn?: string; visibility?: "private" | "open" } = {}) {
  const meeting = await stageMeeting(stage, { visibility: given.visibility ?? "private", title: "Merger" });
  return meeting.action({ text: SECRET, owner: "bo", dueOn: given.dueOn });
}
const give = (actionId: string, to: "dana" | "bo" | "chidi", by: "ada" | "bo" = "bo", version = 1) =>
  reassignAction(mail.as(by), { actionId, version, ownerId: CAST[to].id });

describe("who is told", () => {
  it("is the person an action is given to, by name of who gave it", async () => {
    const actionId = await stageAction({ dueOn: "2026-11-27", visibility: "open" });
    await give(actionId, "dana", "ada");
    expect(await sentences("dana")).toEqual([`Ada Lindqvist gave you “${SECRET}”, due Fri 27 Nov`]);
    expect(await countUnread(stage.as("dana"))).toBe(1);
    expect(await kindsOf(stage.store, CAST.dana.id)).toEqual(["notice.made"]);
    expect(await sentences("ada")).toEqual([]);
  });

  it("hears that it was handed over where its owner gave it", async () => {
    await give(await stageAction(), "dana");
    expect(await sentences("dana")).toEqual([`Bo Tran handed “${SECRET}” over to you`]);
  });

  it("is nobody who did it themself, and nobody who can't sign in", async () => {
    const actionId = await stageAction({ visibility: "open" });
    await give(actionId, "chidi", "ada");
    await give(actionId, "bo", "ada", 2);
    await reassignAction(mail.as("ada"), { actionId, version: 3, ownerId: CAST.ada.id });
    expect((await mail.told()).map(({ userId }) => userId)).toEqual([CAST.bo.id]);
  });

  it("are the owners of what an approval made, until it is taken back", async () => {
    const { draftId } = await stageDraft(stage);
    await approveDraft(mail.as("ada"), { draftId, revision: 1 });
    const assigned = (await mail.told()).filter(({ kind }) => kind === "assigned");
    expect(assigned.map(({ userId }) => userId).sort()).toEqual([CAST.bo.id, CAST.dana.id]);
    await reopenDraft(mail.as("ada"), { draftId });
    expect((await mail.told()).filter(({ kind }) => kind === "assigned")).toEqual([]);
    stage.clock.advance(5 * MINUTE);
    await mail.deliver();
    expect(mail.server.mails).toEqual([]);
    expect((await mail.rows()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });

  it("are those a source names, when its draft waits, without who asked for it and who only reads", async () => {
    await stageDraft(stage, { by: "ada", attendees: ["Ada", "Bo", "Dana", "Hugo", "Chidi"] });
    const asked = (await mail.told()).filter(({ kind }) => kind === "review");
    expect(asked.map(({ userId }) => userId).sort()).toEqual([CAST.bo.id, CAST.dana.id]);
    expect(await sentences("bo")).toEqual(["“Release 4.3 planning” waits for your review"]);
  });

  it.each(AUDIENCES)(
    "of a $visibility draft, $reader sees a notice: $may",
    async ({ meeting, reader, may }) => {
      const { draftId } = await stageMeeting(stage, meeting);
      await transact(stage.system, (work) =>
        giveNotices(stage.system, work, [{ userId: CAST[reader].id, kind: "review", draftId }]),
      );
      expect(await sentences(reader)).toEqual(may ? ["“Release planning” waits for your review"] : []);
      expect(await countUnread(stage.as(reader))).toBe(may ? 1 : 0);
    },
  );

  it("keeps an action's words from whom it was taken from again, outside its audience", async () => {
    const actionId = await stageAction();
    await give(actionId, "dana");
    await reassignAction(stage.as("dana"), { actionId, version: 2, ownerId: CAST.bo.id });
    expect(JSON.stringify(await listNotices(stage.as("dana"), {}))).not.toContain(SECRET);
    expect(await countUnread(stage.as("dana"))).toBe(0);
  });
});

describe("markNoticesRead", () => {
  it("marks one, or all until the newest that was seen, and says so to nobody else", async () => {
    await give(await stageAction(), "dana");
    stage.clock.advance(1000);
    await give(await stageAction(), "dana");
    const [newest] = (await listNotices(stage.as("dana"), {})).rows;
    stage.clock.advance(1000);
    await give(await stageAction(), "dana");
    expect(await markNoticesRead(stage.as("dana"), { until: newest?.at ?? "" })).toEqual({ count: 2 });
    expect(await countUnread(stage.as("dana"))).toBe(1);
    const [last] = (await listNotices(stage.as("dana"), {})).rows;
    expect(await markNoticesRead(stage.as("dana"), { noticeId: last?.id ?? "" })).toEqual({ count: 1 });
    expect(await markNoticesRead(stage.as("dana"), { noticeId: last?.id ?? "" })).toEqual({ count: 0 });
    const read = (await kindsOf(stage.store, CAST.dana.id)).filter((kind) => kind === "notice.read");
    expect(read).toHaveLength(2);
    expect((await mail.told()).every(({ readAt }) => readAt !== null)).toBe(true);
  });

  it("knows only one's own", async () => {
    await give(await stageAction(), "dana");
    const [{ id = "" } = {}] = await mail.told();
    await expect(markNoticesRead(stage.as("ines"), { noticeId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await mail.told())[0]?.readAt).toBeNull();
  });
});

describe("changeNoticeSettings", () => {
  it("refuses quiet hours without an end, and times that are none", async () => {
    const quiet = (from: string, until: string) =>
      changeNoticeSettings(stage.as("dana"), { mail: [], quiet: { from, until } });
    await expect(quiet("08:00", "08:00")).rejects.toThrow("another time");
    await expect(quiet("24:00", "08:00")).rejects.toThrow("18:30");
  });

  it("holds for roles of any rank", async () => {
    await changeRole(stage.as("ines"), { userId: CAST.bo.id, role: "viewer" });
    await expect(changeNoticeSettings(stage.as("bo"), { mail: [], quiet: null })).resolves.toBeUndefined();
  });
});
