"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

type PageLinkProps = Omit<ComponentProps<typeof Link>, "prefetch" | "onPointerEnter" | "onFocus">;

/**
 * A way to another page, which is asked for what can be had before when the link is pointed at or has the focus. For
 * every link that comes into sight, as Next would, each page drawn would ask for forty others.
 */
export function PageLink(props: PageLinkProps) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return <Link {...props} prefetch={wanted ? null : false} onPointerEnter={want} onFocus={want} />;
}
