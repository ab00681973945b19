import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { CAST, PASSWORD } from "#e2e/support/cast";
import { seen, visit } from "#e2e/support/pages";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a revoked session ends at once: its stream and its open page", { tag: "@database" }, async ({
  as,
  problems,
}) => {
  problems.expect(/status of 401/);
  const [ines, bo] = [await as("ines"), await as("bo")];
  const streams = (status: number) =>
    bo.waitForResponse((answer) => answer.url().includes("/api/events?") && answer.status() === status);
  const opened = streams(200);
  await visit(bo, "/actions");
  await opened;

  const refused = streams(401);
  await visit(ines, "/settings/people");
  await ines.getByRole("link", { name: "Bo Tran" }).click();
  await ines.getByRole("link", { name: "See where they are signed in" }).click();
  await ines.getByRole("button", { name: /^End the session/ }).click();
  await expect(ines.getByText("No browser is signed in.")).toBeVisible();
  await refused;

  await expect(bo).toHaveURL(/\/sign-in\?next=%2Factions&ended=1$/);
  await expect(bo.getByText("Your session is over: it ran out, or somebody ended it.")).toBeVisible();
  await signIn(bo, CAST.bo.email, PASSWORD);
  await expect(bo.getByRole("heading", { level: 1, name: "Actions" })).toBeVisible();

  await bo.getByRole("button", { name: "Bo Tran, member" }).click();
  await bo.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(bo).toHaveURL(/\/sign-in$/);
  await visit(bo, "/actions");
  await expect(bo).toHaveURL(/\/sign-in\?next=%2Factions$/);
});

test("a wrong password says how many tries are left, the same for people there are and aren't", async ({
  page,
}) => {
  await visit(page, "/sign-in");
  await signIn(page, "nobody@larkfield.example", "not the password");
  await expect(page.getByText("E-mail and password don’t match. 4 tries left.")).toBeVisible();
  for (const rest of [
    "4 tries left.",
    "3 tries left.",
    "2 tries left.",
    "1 try left.",
    "That was the last try",
  ]) {
    await signIn(page, CAST.dana.email, "not the password");
    await expect(page.getByText(`E-mail and password don’t match. ${rest}`)).toBeVisible();
  }
  await signIn(page, CAST.dana.email, PASSWORD);
  await expect(
    page.getByText(/^Too many tries for this e-mail\. Sign-in opens again in 1\d min\.$/),
  ).toBeVisible();
});

test("who is invited joins by a link that works once, and does what the role allows", async ({
  as,
  page,
}) => {
  const [ada, ines] = [await as("ada"), await as("ines")];
  await visit(ada, "/sources/new");
  await ada
    .getByRole("textbox", { name: "Text of the source" })
    .fill("Lease\n\nDecisions\n- We sign the lease.\n");
  await ada.getByRole("combobox", { name: "Seen by" }).selectOption("Seen by everyone");
  await ada.getByRole("button", { name: "Store and write" }).click();
  await ada.getByRole("link", { name: "Open the draft" }).click();
  await ada.waitForURL(/\/reviews\//);

  await visit(ines, "/settings/people");
  await ines.getByRole("button", { name: "Add a person" }).click();
  const dialog = ines.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Grace Liu");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill("grace@larkfield.example");
  await dialog.getByRole("combobox", { name: "Role" }).selectOption("viewer");
  await dialog.getByRole("button", { name: "Add and make a link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();

  await visit(page, link);
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue("grace@larkfield.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByText("You read what is open to all")).toBeVisible();

  await visit(page, ada.url());
  const approve = page.getByRole("button", { name: /^Approve/ });
  await expect(approve).toHaveAttribute("aria-disabled", "true");
  await expect(approve).toHaveAccessibleDescription("Its author, its attendees and leaders may decide.");
  await visit(page, "/sources/new");
  await expect(page.getByRole("heading", { name: "Viewers read what is open to all" })).toBeVisible();

  await ines.getByRole("link", { name: "Grace Liu" }).click();
  await ines.getByRole("combobox", { name: "Role" }).selectOption("leader");
  await ines.getByRole("button", { name: "Give this role" }).click();
  await expect(seen(ines, "Saved")).toBeVisible();
  const draft = ada.url();
  // While Ada reads the draft, nobody else decides.
  await visit(ada, "/actions");
  await visit(page, draft);
  await approve.click();
  await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();

  await visit(ada, link);
  await expect(ada.getByRole("heading", { name: "This link was used already." })).toBeVisible();
});

test("an admin takes a forgotten password away, and the link that is shown lets choose a new one", async ({
  as,
  page,
}) => {
  const ines = await as("ines");
  await visit(ines, "/settings/people");
  await ines.getByRole("link", { name: "Hugo Marchetti" }).click();
  await ines.getByRole("button", { name: "Take the password away" }).click();
  await ines.getByRole("dialog").getByRole("button", { name: "Take the password away" }).click();
  const link = ines.getByRole("textbox", { name: "Link for a new password" });
  // The page behind it knows by now that there is no password any more.
  await expect(ines.getByText("has a link for a new password")).toBeVisible();

  await visit(page, await link.inputValue());
  await page.getByLabel("Password").fill("another good password");
  await page.getByRole("button", { name: "Choose this password" }).click();
  await expect(page.getByText("Your new password is set")).toBeVisible();

  await visit(ines, "/log");
  const lines = ines.getByRole("main");
  await expect(lines).toContainText("Ines Duarte took the password of Hugo Marchetti away");
  await expect(lines).toContainText("Hugo Marchetti chose a new password");
});
