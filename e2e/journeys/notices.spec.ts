import { expect, type Page } from "@playwright/test";
import type { MailServer } from "#e2e/doubles/mail-server";
import { type App, test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { CAST } from "#e2e/support/cast";
import { recordRow, visit, writeDraft } from "#e2e/support/pages";

const NOTES =
  "Release\n\nAttendees: Ada Lindqvist, Dana Weiss\n\nActions\n- [ ] Dana: renew the certificate\n";
const CHOSEN = "trout lantern forty-eight";

test.use({ mail: "on" });

function serverOf({ mail }: App): MailServer {
  if (!mail) throw new Error("Mail is not set up.");
  return mail;
}

/** The newest mail to somebody, once there is one with these words in its subject. */
async function mailTo(app: App, address: string, subject: RegExp) {
  const { mails } = serverOf(app);
  const found = () =>
    mails.findLast((mail) => mail.envelope.to[0] === address && subject.test(mail.subject ?? ""));
  await expect.poll(found).toBeDefined();
  return found()?.text ?? "";
}

const bell = (page: Page) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Notices/ });

test("who is given an action hears of it at once, wherever they are, and reads it", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, dana] = [await as("ada"), await as("dana")];
  await writeDraft(ada, NOTES);
  await visit(dana, "/settings/profile");
  await expect(bell(dana)).toHaveAccessibleName("Notices 1");
  await ada.getByRole("button", { name: /^Approve 1 action/ }).click();
  await expect(bell(dana)).toHaveAccessibleName("Notices 2");
  await expect(bell(ada)).toHaveAccessibleName("Notices");

  await bell(dana).click();
  await expect(dana.getByRole("heading", { level: 1, name: "Notices" })).toBeVisible();
  await expectAccessible(dana);
  const review = recordRow(dana, "“Release” waits for your review");
  await expect(review).toContainText("settled");
  await dana.getByRole("link", { name: /Ada Lindqvist gave you “Renew the certificate”/ }).click();
  await expect(dana).toHaveURL(/\/actions\?open=act_/);
  await expect(bell(dana)).toHaveAccessibleName("Notices 1");

  await bell(dana).click();
  await dana.getByRole("button", { name: "Mark all read" }).click();
  await expect(bell(dana)).toHaveAccessibleName("Notices");
  await expect(dana.getByRole("button", { name: "Mark all read" })).toHaveCount(0);
});

test("who chooses what comes by mail finds it so again", async ({ as }) => {
  const bo = await as("bo");
  await visit(bo, "/settings/notices");
  await expectAccessible(bo);
  await bo.getByRole("checkbox", { name: "Actions of yours are overdue, once a day" }).uncheck();
  await bo.getByLabel("From").fill("20:15");
  await bo.getByRole("button", { name: "Save the notices" }).click();
  await expect(bo.getByText("Saved.")).toBeVisible();
  await visit(bo, "/settings/notices");
  await expect(
    bo.getByRole("checkbox", { name: "Actions of yours are overdue, once a day" }),
  ).not.toBeChecked();
  await expect(bo.getByRole("checkbox", { name: "Somebody gives you an action" })).toBeChecked();
  await expect(bo.getByLabel("From")).toHaveValue("20:15");
});

test("a forgotten password is replaced through a link by mail, which ends every session", {
  tag: "@database",
}, async ({ app, as, page, problems }) => {
  problems.expect(/status of 401/);
  const signedIn = await as("bo");
  await visit(signedIn, "/actions");
  await visit(page, "/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "E-mail" }).fill(CAST.bo.email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByText(`If ${CAST.bo.email} signs in here with a password`)).toBeVisible();

  const text = await mailTo(app, CAST.bo.email, /^Choose a new password/);
  const link = /http:\S+\/password\/(\S+)/.exec(text);
  await visit(page, link?.[0] ?? "");
  await expect(page.getByRole("heading", { name: "A new password for Bo Tran" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Password", { exact: true }).fill(CHOSEN);
  await page.getByRole("button", { name: "Choose this password" }).click();
  await expect(page.getByText("Your new password is set")).toBeVisible();
  await expect(signedIn).toHaveURL(/\/sign-in\?next=%2Factions&ended=1$/);

  await page.getByRole("textbox", { name: "E-mail" }).fill(CAST.bo.email);
  await page.getByLabel("Password").fill(CHOSEN);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await visit(signedIn, link?.[0] ?? "");
  await expect(signedIn.getByRole("heading", { name: "This link was used already." })).toBeVisible();
  expect(app.server.said()).not.toContain(link?.[1]);
});

test("an admin tries mail out, is told what became of it, and invites somebody by it", async ({
  app,
  as,
  page,
}) => {
  const ines = await as("ines");
  await visit(ines, "/settings/mail");
  await ines.getByRole("button", { name: "Send a test mail to ines@larkfield.example" }).click();
  await expect(ines.getByText("The mail server took it.")).toBeVisible();
  serverOf(app).behave("refuse");
  await ines.getByRole("button", { name: /^Send a test mail/ }).click();
  await expect(ines.getByText("It did not leave.")).toBeVisible();
  await expect(ines.getByRole("status").getByText("No such user here")).toBeVisible();
  serverOf(app).behave("cut-late");
  await ines.getByRole("button", { name: /^Send a test mail/ }).click();
  await expect(ines.getByText("We don’t know if it left.")).toBeVisible();
  serverOf(app).behave("accept");
  await expect(ines.getByRole("table", { name: "Last mails" })).toContainText("unknown");
  await expectAccessible(ines);

  await visit(ines, "/settings/people");
  await ines.getByRole("button", { name: "Add a person" }).click();
  const dialog = ines.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Kavya Rao");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill("kavya@larkfield.example");
  await dialog.getByRole("button", { name: "Add and invite" }).click();
  await expect(dialog.getByText("An invitation is on its way to kavya@larkfield.example.")).toBeVisible();
  const text = await mailTo(app, "kavya@larkfield.example", /^Join Larkfield Software/);
  await visit(page, /http:\S+\/invitation\/\S+/.exec(text)?.[0] ?? "");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue("kavya@larkfield.example");
});
