"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import { type RefObject, useRef } from "react";
import { Icon } from "#components/ui/icon";
import type { MenuEntry, MenuPlace } from "#components/ui/menu";

type MenuPopupProps = MenuPlace & {
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  entries: MenuEntry[];
};

const ITEM = "[role='menuitem']";

/** The list of a menu, beside its button. */
export function MenuPopup({
  anchor,
  open,
  onOpenChange,
  entries,
  align = "end",
  side = "bottom",
}: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      onOpenChangeComplete={(shown) => shown && popup.current?.querySelector<HTMLElement>(ITEM)?.focus()}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="outline-none"
        >
          <Base.Popup
            ref={popup}
            finalFocus={anchor}
            className="max-h-(--available-height) min-w-44 overflow-auto rounded-lg border border-line-strong bg-raised py-1 shadow-float outline-none transition-opacity duration-(--duration-base) data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {entries.map((entry) =>
              entry === "rule" ? (
                <Base.Separator key="rule" className="my-1 h-px bg-line" />
              ) : (
                <MenuItem key={entry.label} {...entry} />
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const itemLook =
  "mx-1 flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2 outline-none select-none data-highlighted:bg-selected pointer-coarse:min-h-(--size-touch) [&>svg]:text-faint";

function MenuItem({ label, icon, end, href, download, onSelect }: Exclude<MenuEntry, "rule">) {
  const face = (
    <>
      {icon && <Icon name={icon} />}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {end && <span className="text-xs text-faint">{end}</span>}
    </>
  );
  if (href !== undefined) {
    return (
      <Base.LinkItem closeOnClick render={<Link href={href} prefetch={false} />} className={itemLook}>
        {face}
      </Base.LinkItem>
    );
  }
  if (download !== undefined) {
    return (
      <Base.LinkItem closeOnClick href={download} download className={itemLook}>
        {face}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item onClick={onSelect} className={itemLook}>
      {face}
    </Base.Item>
  );
}
