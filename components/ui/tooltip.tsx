"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "#components/ui/kbd";
import type { KeyName } from "#lib/format/keys";

type TooltipProps = {
  text: ReactNode;
  kbd?: KeyName;
  side?: "top" | "right" | "bottom" | "left";
  children: ReactElement;
};

/** A few words on hover and on keyboard focus. They repeat or complete what is there, and are never the only name. */
export function Tooltip({ text, kbd, side = "bottom", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={500} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8}>
          <Base.Popup className={popupLook}>
            {text}
            {kbd && <Kbd name={kbd} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const popupLook =
  "flex max-w-72 items-center gap-1.5 rounded-md border border-line-strong bg-raised px-2 py-1 text-xs text-ink shadow-float transition-opacity duration-(--duration-base) data-ending-style:opacity-0 data-starting-style:opacity-0 data-instant:duration-0";
