"use client";

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from "react";
import type { IconName } from "#components/ui/icon";
import { later } from "#components/ui/later";

/** A verb, with `href` a place to go, or with `download` the address of a file; or a rule between groups. */
export type MenuEntry =
  | "rule"
  | ({ label: string; icon?: IconName; end?: ReactNode } & (
      | { onSelect: () => void; href?: never; download?: never }
      | { href: string; onSelect?: never; download?: never }
      | { download: string; href?: never; onSelect?: never }
    ));
export type MenuPlace = { align?: "start" | "end"; side?: "bottom" | "top" | "right" };

type MenuProps = MenuPlace & { trigger: ReactElement<ComponentProps<"button">>; entries: MenuEntry[] };

const load = async () => (await import("#components/ui/menu-popup")).MenuPopup;
const MenuPopup = later(load);

/** A list of verbs under a button. */
export function Menu({ trigger, entries, ...place }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const show = () => {
    setAsked(true);
    setOpen(true);
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        onClick: show,
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          show();
        },
        onPointerEnter: () => void load().catch(() => undefined),
      })}
      {asked && (
        <Suspense>
          <MenuPopup {...place} anchor={button} open={open} onOpenChange={setOpen} entries={entries} />
        </Suspense>
      )}
    </>
  );
}
