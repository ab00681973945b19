"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon";

type MenuProps = {
  trigger: ReactElement;
  align?: "start" | "end";
  side?: "bottom" | "top" | "right";
  children: ReactNode;
};

/** A list of verbs under a button. */
export function Menu({ trigger, align = "end", side = "bottom", children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="outline-none"
        >
          <Base.Popup className="max-h-(--available-height) min-w-44 overflow-auto rounded-lg border border-line-strong bg-raised py-1 shadow-float outline-none transition-opacity duration-(--duration-base) data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const itemLook =
  "mx-1 flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2 outline-none select-none data-highlighted:bg-selected pointer-coarse:min-h-(--size-touch) [&>svg]:text-faint";

type MenuItemProps = { icon?: IconName; end?: ReactNode; children: ReactNode } & (
  | { onSelect: () => void; href?: never }
  | { href: string; onSelect?: never }
);

/** A verb, or with `href` a place to go. */
export function MenuItem({ icon, end, href, onSelect, children }: MenuItemProps) {
  const face = (
    <>
      {icon && <Icon name={icon} />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end && <span className="text-xs text-faint">{end}</span>}
    </>
  );
  if (href !== undefined) {
    return (
      <Base.LinkItem closeOnClick render={<Link href={href} />} className={itemLook}>
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

/** A rule between groups. */
export function MenuRule() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
