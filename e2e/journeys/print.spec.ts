import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { visit, writeDraft } from "#e2e/support/pages";

const NOTES = `The orchard

Attendees: Ada Lindqvist, Bo Tran

Decisions
- The old trees stay.

Actions
${Array.from({ length: 60 }, (_, at) => `- [ ] Bo: prune tree ${at + 1} of the orchard`).join("\n")}
`;

test("minutes are printed whole, dark on white, without what is for the screen", async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, NOTES);
  await page.getByRole("button", { name: /^Approve/ }).click();
  await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
  await visit(page, "/documents");
  await page.getByRole("main").getByRole("link", { name: "The orchard" }).first().click();
  const minutes = page.getByRole("article", { name: "The orchard" });
  await expect(minutes).toContainText("Prune tree 60 of the orchard");

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(minutes).toBeVisible();
  for (const role of ["navigation", "button", "banner", "combobox"] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  await expect(page.getByText("Filed")).toContainText("approved by Ada Lindqvist");
  const paper = await minutes.evaluate((article) => {
    const lightness = (color: string) => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
      return (red + green + blue) / 3 / 255;
    };
    const main = document.querySelector("#main");
    const ink = [article, ...article.querySelectorAll("*")].map((one) =>
      lightness(getComputedStyle(one).color),
    );
    return {
      cutOff: main !== null && main.scrollHeight > main.clientHeight + 1,
      wider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      palest: Math.max(...ink),
      title: article.querySelector("h1, h2")?.textContent,
    };
  });
  expect(paper).toMatchObject({ cutOff: false, wider: false, title: "The orchard" });
  expect(paper.palest).toBeLessThan(0.5);
});
