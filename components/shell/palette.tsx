"use client";

import { Suspense, useEffect, useState } from "react";
import { keepEarlyKeys } from "#components/shell/early-keys";
import { type PageAction, pageActions } from "#components/shell/page-keys";
import type { PalettePopupProps } from "#components/shell/palette-popup";
import { later } from "#components/ui/later";

const asked = new EventTarget();

/** Opens the palette: go anywhere, find anything, do what the page does. */
export function openPalette(): void {
  asked.dispatchEvent(new Event("open"));
}

const PalettePopup = later<PalettePopupProps>(
  async () => (await import("#components/shell/palette-popup")).PalettePopup,
);

/** Where the palette appears. Its code is fetched when it is first wanted. Once per page. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const [actions, setActions] = useState<PageAction[] | null>(null);
  useEffect(() => {
    const show = () => {
      keepEarlyKeys(() => setOpen(false));
      // Looked at before the palette covers the page.
      setActions(pageActions());
      setOpen(true);
    };
    asked.addEventListener("open", show);
    return () => asked.removeEventListener("open", show);
  }, []);
  if (!actions) return null;
  return (
    <Suspense>
      <PalettePopup open={open} actions={actions} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
