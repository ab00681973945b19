import { Icon } from "#components/ui/icon";
import { Kbd } from "#components/ui/kbd";
import { ariaKeyOf } from "#lib/format/keys";

/** Opens the palette; on a phone, where there is no room for words, an icon. */
export function SearchTrigger({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label="Search or run a command"
      data-key="mod+k"
      aria-keyshortcuts={ariaKeyOf("mod+k")}
      className="flex h-(--size-control) min-w-0 items-center gap-2 rounded-md text-faint max-md:size-(--size-touch) max-md:justify-center md:w-64 md:border md:bg-page md:pr-1.5 md:pl-2 md:hover:border-line-strong"
    >
      <span className="flex max-md:text-muted max-md:[&>svg]:size-4">
        <Icon name="search" size="sm" />
      </span>
      <span className="truncate max-md:hidden">Search or run a command</span>
      <span aria-hidden="true" className="ml-auto flex max-md:hidden">
        <Kbd name="mod+k" />
      </span>
    </button>
  );
}
