"use client";

import { keepPreference } from "#components/shell/preference";
import { IconButton } from "#components/ui/icon-button";

/** Switches between light and dark for this browser. Until it is pressed the system decides. */
export function ThemeToggle() {
  return <IconButton data-act="" icon="sun" label="Switch between light and dark" onClick={switchTheme} />;
}

function switchTheme() {
  const shown =
    document.documentElement.dataset.theme ??
    (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  keepPreference("theme", shown === "dark" ? "light" : "dark");
}
