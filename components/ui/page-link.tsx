"use client";

import Link, { useLinkStatus } from "next/link";
import { type ComponentProps, useState } from "react";

type PageLinkProps = Omit<ComponentProps<typeof Link>, "prefetch" | "onPointerEnter" | "onFocus">;

/**
 * A way to another page, which is asked for what can be had before when the link is pointed at or has the focus. For
 * every link that comes into sight, as Next would, each page drawn would ask for forty others.
 */
export function PageLink({ children, ...props }: PageLinkProps) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <Link {...props} prefetch={wanted ? null : false} onPointerEnter={want} onFocus={want}>
      {children}
      <OnItsWay />
    </Link>
  );
}

/** A line along the top of the window while the page that was asked for is on its way. Shown after 150 ms, never moving. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span
      aria-hidden="true"
      className="fixed inset-x-0 top-0 z-50 h-0.5 animate-appear bg-accent forced-colors:bg-[Highlight]"
    />
  );
}
