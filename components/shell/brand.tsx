import { Icon } from "#components/ui/icon";

/** The mark and the name; `rail` keeps the name for speech alone. */
export function Brand({ rail }: { rail?: boolean }) {
  return (
    <span className="flex items-center gap-2 font-semibold tracking-[-0.01em]">
      <span className="flex text-accent-text">
        <Icon name="mark" />
      </span>
      <span className={rail ? "sr-only" : ""}>Countersign</span>
    </span>
  );
}
