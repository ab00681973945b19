import { expect, type Locator, type Page } from "@playwright/test";

/** Presses keys one after the other, and holds the page to showing where the focus is after each. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
}

/** Walks on with Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await press(page, "Tab");
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
}

/** What has the focus, or something close around it, is drawn with an outline; but a page or a dialog as a whole needs none. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const hidden = () =>
    page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      if (focused.matches("body, main, [role='dialog']")) return null;
      const around: (Element | null)[] = [
        focused,
        focused.parentElement,
        focused.closest("fieldset, [data-modal]"),
      ];
      const drawn = around.some((element) =>
        ["", "::after"].some((part) => {
          const style = element && getComputedStyle(element, part || null);
          return style && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
        }),
      );
      return drawn ? null : focused.outerHTML.slice(0, 200);
    });
  await expect.poll(hidden, { message: "the focus can be seen" }).toBeNull();
}
