"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { useRef } from "react";
import type { DialogProps } from "#components/ui/dialog";
import { IconButton } from "#components/ui/icon-button";

/** The dialog itself. */
export function DialogPopup({
  open,
  onOpenChange,
  place = "middle",
  size = "md",
  reading,
  ...frame
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const modal = place === "middle";
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      modal={modal}
      disablePointerDismissal={!modal}
    >
      <Base.Portal>
        {modal && <Base.Backdrop className={`fixed inset-0 min-h-dvh bg-page/75 ${fade}`} />}
        <Base.Popup
          ref={popup}
          data-modal={modal || undefined}
          initialFocus={reading ? popup : modal}
          className={`fixed flex flex-col border-line-strong bg-surface shadow-float outline-none ${fade} ${modal ? `${middle} ${sizes[size]}` : side}`}
        >
          <DialogFrame {...frame} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const fade =
  "transition-opacity duration-(--duration-base) ease-out data-ending-style:opacity-0 data-starting-style:opacity-0";
const middle =
  "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t md:inset-x-auto md:top-[14vh] md:bottom-auto md:left-1/2 md:max-h-[72vh] md:-translate-x-1/2 md:rounded-lg md:border";
const side = "inset-y-0 right-0 w-120 max-w-full border-l";
const sizes = { md: "md:w-112", lg: "md:w-176" };

function DialogFrame({
  title,
  action,
  foot,
  children,
}: Pick<DialogProps, "title" | "action" | "foot" | "children">) {
  const parts = (
    <>
      <div className="flex min-h-(--size-bar) flex-none items-center pr-12 pl-5">
        <Base.Title className="py-2 text-md font-semibold">{title}</Base.Title>
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-5 pb-5">{children}</div>
      {foot && (
        <div className="flex flex-none flex-wrap items-center gap-2 border-t px-5 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))]">
          {foot}
        </div>
      )}
      <span className="absolute top-0 right-2 flex h-(--size-bar) items-center">
        <Base.Close render={<IconButton icon="close" label="Close" />} />
      </span>
    </>
  );
  if (!action) return parts;
  return (
    <form action={action} className="flex min-h-0 flex-1 flex-col">
      {parts}
    </form>
  );
}
