"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import { Kbd } from "#components/ui/kbd";
import { readTooltip } from "#components/ui/tooltip";

/** The tooltip of one element. */
export function TooltipPopup({ owner }: { owner: HTMLElement }) {
  const { text, kbd, side = "bottom" } = readTooltip(owner);
  return (
    <Base.Root open>
      <Base.Portal>
        <Base.Positioner
          anchor={owner}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="data-anchor-hidden:hidden"
        >
          <Base.Popup
            data-tooltip-popup
            className="flex max-w-72 items-center gap-1.5 rounded-md border border-line-strong bg-raised px-2 py-1 text-xs text-ink shadow-float transition-opacity duration-(--duration-base) data-starting-style:opacity-0"
          >
            {text}
            {kbd && <Kbd name={kbd} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
