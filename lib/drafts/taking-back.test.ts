import { afterEach, beforeEach, expect, it } from "vitest";
import { actions } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { type MailStage, setMail } from "#e2e/support/mail";
import { completeAction } from "#lib/actions/complete-action";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { makeFeed } from "#lib/feeds/make-feed";
import { readFeed } from "#lib/feeds/queries";

const MINUTE = 60_000;

let stage: Stage;
let mail: MailStage;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  mail = await setMail(stage);
  ({ draftId } = await stageDraft(stage));
});
afterEach(() => mail.server.close());

const shown = async (key: "ada" | "hugo" = "ada") => (await getDeskDraft(stage.as(key), draftId)).takingBack;

it("tells before it is done who was mailed and whose calendar showed it", async () => {
  const { secret } = await makeFeed(stage.as("dana"));
  await approveDraft(mail.as("ada"), { draftId, revision: 1 });
  expect(await shown()).toEqual({ stays: null, mailed: [], calendars: 0 });
  stage.clock.advance(MINUTE);
  await mail.deliver();
  await readFeed(stage.system, secret);
  expect(await shown()).toEqual({ stays: null, mailed: [CAST.bo.name, CAST.dana.name], calendars: 1 });
  expect(await shown("hugo")).toBeNull();
});

it("says what reopening says where the approval stays", async () => {
  await approveDraft(stage.as("ada"), { draftId, revision: 1 });
  const [action] = await stage.store.raw.select().from(actions);
  await completeAction(stage.as("ada"), { actionId: action?.id ?? "", version: 1 });
  const stays = (await shown())?.stays;
  expect(stays).toMatch(/^Somebody has worked with what this approval made/);
  await expect(reopenDraft(stage.as("ada"), { draftId })).rejects.toMatchObject({ message: stays });
});

it("is told of an approval alone", async () => {
  expect(await shown()).toBeNull();
});
