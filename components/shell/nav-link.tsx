import type { Place } from "#components/shell/places";
import { Hidden } from "#components/ui/hidden";
import { Icon } from "#components/ui/icon";
import { PageLink } from "#components/ui/page-link";
import { tooltip } from "#components/ui/tooltip";
import { formatCount } from "#lib/format/count";

type NavLinkProps = { place: Place; count?: number; current: boolean; rail: boolean };

const look =
  "group flex flex-none items-center rounded-md text-muted hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-(--size-touch)";

/** One place of the navigation, with how much waits there. */
export function NavLink({ place, count, current, rail }: NavLinkProps) {
  const name = count ? `${place.label}, ${formatCount(count)}` : place.label;
  return (
    <PageLink
      {...(rail && tooltip({ text: name, kbd: place.kbd, side: "right" }))}
      href={place.href}
      aria-current={current ? "page" : undefined}
      className={`${look} ${rail ? "size-8 justify-center pointer-coarse:w-(--size-touch)" : "h-7 gap-2 px-2"}`}
    >
      <span className="flex text-faint group-aria-[current]:text-ink">
        <Icon name={place.icon} />
      </span>
      <span className={rail ? "sr-only" : "truncate"}>{place.label}</span>
      {count ? <PlaceCount count={count} rail={rail} /> : null}
    </PageLink>
  );
}

function PlaceCount({ count, rail }: { count: number; rail: boolean }) {
  if (rail) return <Hidden>, {formatCount(count)}</Hidden>;
  return <span className="ml-auto text-xs font-normal text-faint">{formatCount(count)}</span>;
}
