"use client";

import { openPalette } from "#components/shell/palette";
import { Icon } from "#components/ui/icon";
import { IconButton } from "#components/ui/icon-button";
import { Kbd } from "#components/ui/kbd";

/** Opens the palette: a field's look where there is room, an icon on a phone. */
export function SearchButton() {
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+k Control+k /"
        onClick={openPalette}
        className="flex h-(--size-control) w-66 min-w-0 items-center gap-2 rounded-md border bg-page pr-1.5 pl-2 text-faint hover:bg-hover max-lg:w-40 max-md:hidden"
      >
        <Icon name="search" size="sm" />
        <span className="min-w-0 truncate">
          Search<span className="max-lg:hidden"> or run a command</span>
        </span>
        <span aria-hidden="true" className="ml-auto flex pointer-coarse:hidden">
          <Kbd name="mod+k" lasting />
        </span>
      </button>
      <span className="flex md:hidden">
        <SearchIcon />
      </span>
    </>
  );
}

/** The same where there is room for an icon alone. */
export function SearchIcon() {
  return <IconButton icon="search" label="Search" aria-haspopup="dialog" onClick={openPalette} />;
}
