import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible, expectAccessibleInLight } from "#e2e/support/axe";
import { press } from "#e2e/support/focus";
import { draftTitle, statementRow, visit, writeDraft } from "#e2e/support/pages";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Bo: write down what ${topic} costs\n`;

/** Writes down what a screen reader is given to say: each text that comes into a live region that was there before. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const live = "[aria-live]:not([aria-live='off']), [role='status'], [role='alert']";
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      const regions = new Map<Element, string>();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region?.checkVisibility()) regions.set(region, region.textContent?.trim() ?? "");
      }
      for (const text of regions.values()) if (text) said.push(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

test("a whole review is made through roles and names, and each state is said once", async ({ as }) => {
  const page = await as("ada");
  for (const topic of ["the choir", "the organ"]) await writeDraft(page, notes(topic));
  await visit(page, "/reviews");

  await test.step("the desk is told by its landmarks", async () => {
    await expect(page.getByRole("region", { name: "Queue" })).toMatchAriaSnapshot(`
      - region "Queue":
        - heading "Reviews" [level=1]
        - region "Meeting notes":
          - heading /Meeting notes/ [level=2]:
            - button /Meeting notes/ [expanded]
          - list:
            - listitem:
              - checkbox "Select “the choir”"
              - link /the choir/
            - listitem:
              - checkbox "Select “the organ”"
              - link /the organ/
    `);
    await page.getByRole("region", { name: "Queue" }).getByRole("link", { name: "the choir" }).focus();
    await press(page, "Enter");
    await expect(draftTitle(page)).toHaveText("the choir");
    await expect(draftTitle(page)).toBeFocused();
    const draft = page.getByRole("article", { name: "Draft" });
    await expect(draft.getByRole("region", { name: "Actions", exact: true })).toMatchAriaSnapshot(`
      - region "Actions":
        - heading /Actions/
        - list:
          - listitem:
            - checkbox /Keep/ [checked]
    `);
    await expect(draft.getByRole("button", { name: /^Approve 1 decision, 1 action/ })).toBeVisible();
    await expectAccessible(page);
  });

  const said = await listen(page);
  const times = async (words: RegExp) => (await said()).filter((text) => words.test(text)).length;

  await test.step("declining and keeping", async () => {
    const decision = statementRow(page, "Decisions", "We keep the choir");
    await decision.focus();
    await expect(decision).toHaveAttribute("aria-current", "true");
    await press(page, "x");
    await expect(decision.getByRole("checkbox")).not.toBeChecked();
    await press(page, "x");
    await expect(decision.getByRole("checkbox")).toBeChecked();
    await expect.poll(() => times(/^Declined\.$/)).toBe(1);
    await expect.poll(() => times(/^Kept\.$/)).toBe(1);
  });

  await test.step("selecting", async () => {
    await page.getByRole("checkbox", { name: "Select “the organ”" }).check();
    await expect.poll(() => times(/^1 draft selected\.$/)).toBe(1);
    await page.getByRole("checkbox", { name: "Select “the organ”" }).uncheck();
    await expect.poll(() => times(/^Nothing is selected\.$/)).toBe(1);
  });

  await test.step("approving and taking back", async () => {
    await page.getByRole("button", { name: /^Approve 1 decision, 1 action/ }).press("Enter");
    await expect(draftTitle(page)).toHaveText("the organ");
    await expect(draftTitle(page)).toBeFocused();
    await expect.poll(() => times(/^Approved: the choir/)).toBe(1);
    await page.getByRole("region", { name: "Undo" }).getByRole("button", { name: "Undo" }).press("Enter");
    await expect(draftTitle(page)).toHaveText("the choir");
    await expect.poll(() => times(/^Taken back: the choir/)).toBe(1);
    expect(await times(/Taken back/)).toBe(1);
  });

  await test.step("rejecting", async () => {
    await page.getByRole("button", { name: "Reject", exact: true }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Reject “the choir”" });
    await expect(dialog).toMatchAriaSnapshot(`
      - dialog "Reject “the choir”":
        - heading "Reject “the choir”"
        - group "Why":
          - radio "Not a meeting" [checked]
          - radio "Too much is wrong"
          - radio "Already recorded elsewhere"
          - radio "Something else, in your own words"
        - textbox "What else, if anything"
        - button /^Reject the draft/
        - button "Cancel"
    `);
    await dialog.getByRole("button", { name: "Reject the draft" }).press("Enter");
    await expect(draftTitle(page)).toHaveText("the organ");
    await expect.poll(() => times(/^Rejected: the choir/)).toBe(1);
    expect(await times(/Rejected/)).toBe(1);
  });
});

test("at 200 % nothing scrolls sideways, and the decision stays in sight", async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the piano"));
  // What a window of 1280 by 720 has left when everything is twice as large.
  await page.setViewportSize({ width: 640, height: 360 });
  for (const path of [new URL(page.url()).pathname, "/reviews", "/settings/reviews"]) {
    await visit(page, path);
    const wider = await page.evaluate(() =>
      ["html", "body", "main"].filter((name) => {
        const element = document.querySelector(name);
        return element && element.scrollWidth > element.clientWidth;
      }),
    );
    expect(wider, path).toEqual([]);
    await expectAccessibleInLight(page);
  }
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("button", { name: /^Approve 1 decision/ })).toBeInViewport({ ratio: 1 });
  const text = await page.getByRole("region", { name: "Draft text" }).boundingBox();
  expect(text?.height, "room to read in").toBeGreaterThan(120);
});

test("in forced colours every state is told by a border or a word, and nothing moves where motion is reduced", async ({
  as,
}) => {
  const page = await as("ada");
  await page.emulateMedia({ forcedColors: "active" });
  for (const topic of ["the flute", "the drum"]) await writeDraft(page, notes(topic));
  const row = statementRow(page, "Actions", "Write down");
  await expect(async () => {
    await page.keyboard.press("]");
    await expect(row).toBeFocused({ timeout: 300 });
  }).toPass();

  await test.step("forced colours", async () => {
    const style = (selector: string, property: string) =>
      page.evaluate(
        ([selector, property]) => {
          const found = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
          return found.map((one) => getComputedStyle(one).getPropertyValue(property));
        },
        [selector, property] as const,
      );
    const marks = await style("mark[aria-current]", "outline-style");
    expect(marks.length).toBeGreaterThan(0);
    expect(new Set(marks)).toEqual(new Set(["solid"]));
    const boxes = await style("input[type='checkbox']", "appearance");
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes).not.toContain("none");
    const buttons = await style("button[data-key='a'], button[data-key='r']", "border-top-style");
    expect(new Set(buttons)).toEqual(new Set(["solid"]));
    const chosen = await row.evaluate((one) => getComputedStyle(one).outlineStyle);
    expect(chosen).not.toBe("none");
    await expect(page.getByRole("region", { name: "Queue" }).locator("[aria-current='page']")).toHaveCount(1);
  });

  await test.step("reduced motion", async () => {
    await page.getByRole("button", { name: /^Approve/ }).click();
    await expect(page.getByRole("region", { name: "Undo" })).toBeVisible();
    const moving = await page.evaluate(() => {
      const seconds = (list: string) =>
        Math.max(...list.split(",").map((one) => Number.parseFloat(one) * (one.includes("ms") ? 1 : 1000)));
      return [...document.querySelectorAll("*")].flatMap((one) => {
        const style = getComputedStyle(one);
        const turns = style.transitionProperty === "none" ? 0 : seconds(style.transitionDuration);
        const longest = Math.max(
          turns,
          style.animationName === "none" ? 0 : seconds(style.animationDuration),
        );
        return longest > 1 ? [`${one.tagName} ${one.className}: ${longest} ms`] : [];
      });
    });
    expect(moving).toEqual([]);
  });
});
