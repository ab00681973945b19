import Form from "next/form";
import { Icon } from "#components/ui/icon";
import { Kbd } from "#components/ui/kbd";

type SearchBoxProps = {
  label: string;
  /** The page that shows what is found; the words arrive there as `?q=`. */
  action: string;
  words?: string;
  /** What else the address says and must keep. */
  keep?: Record<string, string>;
};

/** Searches a list by words. It works without script, and `/` moves the focus here. */
export function SearchBox({ label, action, words, keep = {} }: SearchBoxProps) {
  return (
    <Form
      action={action}
      role="search"
      className="relative flex w-58 min-w-0 max-md:w-full flex-none items-center"
    >
      <span className="pointer-events-none absolute left-2 flex text-faint">
        <Icon name="search" size="sm" />
      </span>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        type="search"
        name="q"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        defaultValue={words}
        autoComplete="off"
        className="peer h-(--size-control) w-full rounded-md border border-control bg-page pr-8 pl-7 focus-visible:-outline-offset-1 pointer-coarse:text-[1rem]"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute right-1.5 flex peer-focus:hidden peer-[:not(:placeholder-shown)]:hidden"
      >
        <Kbd name="/" />
      </span>
    </Form>
  );
}
