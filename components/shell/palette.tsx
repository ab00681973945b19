"use client";

import { Suspense, useEffect, useRef, useState } from "react";
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
  const begun = useRef("");
  useEffect(() => {
    const show = () => {
      begun.current = "";
      // Looked at before the palette covers the page.
      setActions(pageActions());
      setOpen(true);
    };
    asked.addEventListener("open", show);
    return () => asked.removeEventListener("open", show);
  }, []);
  const close = () => setOpen(false);
  if (!actions) return null;
  return (
    <Suspense fallback={open && <Meanwhile begun={begun} onClose={close} />}>
      <PalettePopup open={open} actions={actions} takeBegun={() => begun.current} onClose={close} />
    </Suspense>
  );
}

type MeanwhileProps = { begun: { current: string }; onClose: () => void };

/** Until the palette is there: keeps what is typed for it, and the page's keys from whoever types. */
function Meanwhile({ begun, onClose }: MeanwhileProps) {
  useEffect(() => {
    const controller = new AbortController();
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "Escape") onClose();
      else if (event.key === "Backspace") begun.current = begun.current.slice(0, -1);
      else if (event.key.length === 1) begun.current += event.key;
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", keep, { capture: true, signal: controller.signal });
    return () => controller.abort();
  }, [begun, onClose]);
  return <div hidden data-modal data-open />;
}
