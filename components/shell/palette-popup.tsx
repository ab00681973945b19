"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useLostSince } from "#components/shell/connection";
import type { PageAction } from "#components/shell/page-keys";
import { PaletteBody } from "#components/shell/palette-body";
import type { Entry } from "#components/shell/palette-entries";

export type PalettePopupProps = {
  open: boolean;
  /** What the page did when the palette was opened. */
  actions: PageAction[];
  onClose: () => void;
};

/** The palette itself: a field, and under it what it leads to. The focus returns to where it was. */
export function PalettePopup({ open, actions, onClose }: PalettePopupProps) {
  const router = useRouter();
  const isLost = useLostSince() !== null;
  const field = useRef<HTMLInputElement>(null);
  const afterwards = useRef<(() => void) | null>(null);
  const leaves = useRef(false);

  function choose(entry: Entry) {
    leaves.current = "href" in entry;
    // Once the palette is gone: what an action opens or focuses must not lose the focus to where it was before.
    afterwards.current = "href" in entry ? null : entry.run;
    if ("href" in entry) router.push(entry.href);
    onClose();
  }

  function closed(shown: boolean) {
    if (shown) return;
    afterwards.current?.();
    afterwards.current = null;
    leaves.current = false;
  }

  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()} onOpenChangeComplete={closed}>
      <Base.Portal>
        <Base.Backdrop className={`fixed inset-0 min-h-dvh bg-page/75 ${fade}`} />
        <Base.Popup
          data-modal
          initialFocus={field}
          // Another page begins at its beginning.
          finalFocus={() => (leaves.current ? document.getElementById("main") : true)}
          className={`${place} ${fade}`}
        >
          <Base.Title className="sr-only">Search and commands</Base.Title>
          <PaletteBody field={field} actions={actions} offline={isLost} onChoose={choose} onClose={onClose} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const fade =
  "transition-opacity duration-(--duration-base) ease-out data-ending-style:opacity-0 data-starting-style:opacity-0";
const place =
  "fixed inset-x-0 top-0 flex max-h-[85dvh] flex-col rounded-b-lg border-b border-line-strong bg-surface shadow-float outline-none md:inset-x-auto md:top-[14vh] md:left-1/2 md:max-h-[64vh] md:w-160 md:max-w-[calc(100vw-2rem)] md:-translate-x-1/2 md:rounded-lg md:border";
