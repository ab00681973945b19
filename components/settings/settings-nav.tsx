"use client";

import { usePathname } from "next/navigation";
import { isAt, settingsParts } from "#components/shell/places";
import { PageLink } from "#components/ui/page-link";

const look =
  "flex h-7 flex-none items-center rounded-md px-2 text-muted hover:bg-hover focus-visible:-outline-offset-2 aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-(--size-touch)";

/** The parts of the settings: a column, and on a phone rows. */
export function SettingsNav() {
  const path = usePathname();
  return (
    <div className="flex-none border-b md:w-40 md:border-r md:border-b-0">
      <nav
        aria-label="Settings"
        className="flex flex-wrap gap-0.5 px-2 py-1.5 md:sticky md:top-(--size-bar) md:flex-col md:flex-nowrap md:py-4"
      >
        {settingsParts.map(({ href, label }) => (
          <PageLink
            key={href}
            href={href}
            aria-current={isAt(path, href) ? "page" : undefined}
            className={look}
          >
            {label}
          </PageLink>
        ))}
      </nav>
    </div>
  );
}
