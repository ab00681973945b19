"use client";

import { usePathname } from "next/navigation";
import { isAt } from "#components/shell/places";
import { PageLink } from "#components/ui/page-link";

const parts = [
  { href: "/settings/profile", label: "Profile" },
  { href: "/settings/notices", label: "Notices" },
  { href: "/settings/sessions", label: "Sessions" },
  { href: "/settings/tokens", label: "API tokens" },
  { href: "/settings/people", label: "People" },
  { href: "/settings/teams", label: "Teams" },
  { href: "/settings/reviews", label: "Reviews" },
  { href: "/settings/writer", label: "Writer" },
  { href: "/settings/mail", label: "Mail" },
  { href: "/settings/company", label: "Company" },
];

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
        {parts.map(({ href, label }) => (
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
