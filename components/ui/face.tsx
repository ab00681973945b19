import { Hidden } from "#components/ui/hidden";
import { initialsOf } from "#lib/format/initials";

type FaceProps = { name: string; me?: boolean; size?: "sm" | "md" };

const base =
  "inline-grid flex-none place-items-center rounded-full font-semibold tracking-[0.01em] select-none";
const sizes = { sm: "size-4 text-[0.5rem]", md: "size-5 text-[0.5625rem]" };

/** A person's initials. Their name stands beside it, so it is hidden from speech. */
export function Face({ name, me, size = "md" }: FaceProps) {
  return (
    <span
      aria-hidden="true"
      className={`${base} ${sizes[size]} ${me ? "bg-ink text-surface" : "bg-neutral-4 text-muted"}`}
    >
      {initialsOf(name)}
    </span>
  );
}

/** A face and the name, or what the person does: "Bo reads". */
export function Person({ name, me, size, children }: FaceProps & { children?: string }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      <Face name={name} me={me} size={size} />
      {/* A name is cut off at its own end, whichever way it reads. */}
      <span dir="auto" className="truncate">
        {children ?? name}
      </span>
    </span>
  );
}

/** Up to `most` faces side by side, with every name for speech. */
export function Faces({ names, most = 7 }: { names: string[]; most?: number }) {
  const rest = names.length - most;
  return (
    <span className="inline-flex items-center gap-0.5">
      {names.slice(0, most).map((name) => (
        <Face key={name} name={name} />
      ))}
      {rest > 0 && (
        <span aria-hidden="true" className="ml-1 text-xs text-faint">
          +{rest}
        </span>
      )}
      <Hidden>{names.join(", ")}</Hidden>
    </span>
  );
}
