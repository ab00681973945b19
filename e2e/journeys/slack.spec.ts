import { expect, type Page } from "@playwright/test";
import type { SlackDouble } from "#e2e/doubles/slack-double";
import { SLACK_TOKEN } from "#e2e/doubles/slack-world";
import { type App, test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { ENGINEERING } from "#e2e/support/cast";
import { visit } from "#e2e/support/pages";
import { messageEvent, tsAt } from "#e2e/support/slack-payloads";
import { stageEverybodyAtWork } from "#e2e/support/standups";

test.describe.configure({ mode: "serial", timeout: 180_000 });
test.use({ slack: "on", past: { happened: stageEverybodyAtWork } });

const LONG = { timeout: 30_000 };
// An approval can be taken back for 30 seconds before anything leaves.
const LEFT = { timeout: 90_000 };
const CERTIFICATE = "Blocked on #eng-standup & the certificate";

function slackOf({ slack }: App): SlackDouble {
  if (!slack) throw new Error("There is no Slack.");
  return slack;
}

/** Sends bytes to a door of Slack's as Slack signs them, or as somebody else would. */
async function send(app: App, path: string, body: string, change: { at?: Date; secret?: string } = {}) {
  const isForm = path.endsWith("commands");
  const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
  const headers = { "Content-Type": type, ...slackOf(app).sign(body, change.at, change.secret) };
  const answer = await fetch(`${app.url}/api/webhooks/slack/${path}`, { method: "POST", headers, body });
  return { status: answer.status, text: await answer.text() };
}

async function connect(page: Page, secret: string): Promise<void> {
  await visit(page, "/settings/slack");
  await page.getByLabel("Bot token").fill(SLACK_TOKEN);
  await page.getByLabel("Signing secret").fill(secret);
  await page.getByRole("button", { name: "Connect Slack" }).click();
  await expect(page.getByText("Larkfield, T0LARK")).toBeVisible();
}

test("an admin connects Slack, links a channel and posts a test to it", async ({ as, app }) => {
  const ines = await as("ines");
  const slack = slackOf(app);
  await visit(ines, "/settings/slack");
  await expect(ines.getByLabel("Manifest of the app")).toHaveValue(/api\/webhooks\/slack\/events/);
  await expectAccessible(ines);
  await connect(ines, slack.signingSecret);

  await ines.getByLabel("Channel", { exact: true }).fill("https://larkfield.slack.com/archives/C0STAND");
  await ines.getByRole("button", { name: "Link the channel" }).click();
  const channels = ines.getByRole("list", { name: "Linked channels" });
  await expect(channels).toContainText("#eng-standup");
  await channels.getByRole("button", { name: "Post a test to #eng-standup" }).click();
  await expect(channels.getByText("Posted.")).toBeVisible();
  expect(slack.world.channels[0]?.messages).toMatchObject([{ text: "A test from Countersign" }]);

  const body = JSON.stringify({ type: "url_verification", challenge: "abc" });
  expect(await send(app, "events", body)).toEqual({ status: 200, text: "abc" });
});

test("what the team writes in its channel is on the stand-up’s page, once, and nothing that Slack did not sign", async ({
  as,
  app,
}) => {
  const dana = await as("dana");
  await visit(dana, `/standups/${ENGINEERING.id}/settings`);
  await dana.getByLabel("Post the approved digest to").selectOption({ label: "#eng-standup" });
  for (const day of ["Sat", "Sun"]) await dana.getByRole("checkbox", { name: day }).check();
  await dana.getByRole("button", { name: "Begin the stand-up" }).click();
  await expect(dana.getByRole("button", { name: "Save the stand-up" })).toBeVisible();
  await visit(dana, `/standups/${ENGINEERING.id}`);

  const written = (text: string) => JSON.stringify(messageEvent({ text, ts: tsAt(new Date(), 1) }));
  const forged = written("forged words");
  expect((await send(app, "events", forged, { secret: "another-secret-altogether" })).status).toBe(401);
  const late = { at: new Date(Date.now() - 6 * 60_000) };
  expect((await send(app, "events", written("late words"), late)).status).toBe(401);

  const body = written("Blocked on <#C0STAND|x> &amp; the certificate");
  for (let time = 0; time < 2; time++) expect((await send(app, "events", body)).status).toBe(200);
  const updates = dana.getByRole("list", { name: "Updates" });
  await expect(updates).toContainText(CERTIFICATE, LONG);

  const command = new URLSearchParams({
    team_id: "T0LARK",
    command: "/standup",
    channel_id: "C0STAND",
    user_id: "U0CHIDI",
    text: "Done: the export",
    trigger_id: "1.2",
  });
  const answer = await send(app, "commands", command.toString());
  expect(JSON.parse(answer.text)).toMatchObject({
    response_type: "ephemeral",
    text: expect.stringContaining("Kept as your update for Engineering"),
  });
  await expect(updates).toContainText("Done: the export", LONG);
  await expect(updates).not.toContainText(/forged|late words/);
});

test("its digest is approved and posted to the channel, with the blocker and nothing for who wrote nothing", async ({
  as,
  app,
}) => {
  const [dana, ada] = [await as("dana"), await as("ada")];
  await visit(dana, `/standups/${ENGINEERING.id}`);
  await visit(ada, `/standups/${ENGINEERING.id}`);
  await dana.getByRole("button", { name: "Write the digest now" }).click();
  await expect(ada.getByText("The digest waits for a decision")).toBeVisible(LONG);
  await ada.getByRole("link", { name: "Review", exact: true }).click();
  const posts = () => slackOf(app).world.channels[0]?.messages.slice(1) ?? [];
  await expect(ada.getByRole("main")).toContainText(CERTIFICATE);
  expect(posts()).toEqual([]);
  await ada.getByRole("button", { name: /^Approve/ }).click();

  await expect.poll(() => posts().length, LEFT).toBe(1);
  const said = JSON.stringify(posts()[0]?.blocks);
  expect(said).toContain("Blocked on #eng-standup &amp; the certificate");
  expect(said).toMatch(/Dana Weiss.*Chidi Okafor/);
  expect(said.match(/Bo Tran/g)).toHaveLength(1);
  expect(said).toMatch(/Wrote nothing[^A-Za-z]+[^A-Z]*Bo Tran/);
  await expect(dana.getByText("The digest is approved")).toBeVisible(LONG);
  await visit(ada, "/deliveries");
  const posted = ada.getByRole("table", { name: "Deliveries" }).getByRole("row", { name: /Engineering/ });
  await expect(posted).toContainText("#eng-standup");
  await expect(posted).toContainText("sent");
  await visit(ada, "/");
  await expect(ada.getByRole("link", { name: CERTIFICATE })).toBeVisible();
});

test("an admin reads what was not taken, and says who somebody is", async ({ as, app }) => {
  const ines = await as("ines");
  const words = { user: "U0ZED", ts: tsAt(new Date(), 1) };
  const sent = await send(
    app,
    "events",
    JSON.stringify(messageEvent({ text: "words of a stranger", ...words })),
  );
  expect(sent.status).toBe(200);
  const missed = ines.getByRole("list", { name: "Not taken" });
  await expect(async () => {
    await visit(ines, "/settings/slack");
    await expect(missed).toContainText("U0ZED in Slack is nobody here yet", { timeout: 1000 });
  }).toPass(LONG);
  await expect(ines.getByText("words of a stranger")).toHaveCount(0);
  await ines.getByRole("button", { name: "Say who Zed Elsewhere is" }).click();
  await ines.getByLabel("Person").click();
  await ines.getByRole("option", { name: /Ada Lindqvist/ }).click();
  await ines.getByRole("button", { name: "Save who it is" }).click();
  await expect(ines.getByRole("list", { name: "People in Slack" })).toContainText("U0ZED: Ada Lindqvist");
  await expectAccessible(ines);
  await ines.setViewportSize({ width: 360, height: 740 });
  const overflow = () => ines.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await ines.screenshot({ path: "test-results/slack-phone.png", fullPage: true });
  await ines.setViewportSize({ width: 1280, height: 900 });
  await ines.screenshot({ path: "test-results/slack-wide.png", fullPage: true });
});
