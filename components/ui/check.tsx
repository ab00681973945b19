import type { ComponentProps, ReactNode } from "react";
import { Icon } from "#components/ui/icon";

type Own = { label: ReactNode; hideLabel?: boolean };
type CheckProps = Own & Omit<ComponentProps<"input">, keyof Own | "type" | "className" | "style">;

/** A box to tick, with its label beside it or for speech alone. */
export function Check({ label, hideLabel, ...native }: CheckProps) {
  return (
    <label className="inline-flex min-h-4 max-w-full items-center gap-2 pointer-coarse:min-h-(--size-touch) pointer-coarse:min-w-6">
      <span className="relative grid size-4 flex-none place-items-center">
        <input
          {...native}
          type="checkbox"
          className="peer col-start-1 row-start-1 size-4 appearance-none rounded-sm border border-control bg-surface checked:border-accent checked:bg-accent forced-colors:appearance-auto"
        />
        <span className="pointer-events-none invisible col-start-1 row-start-1 flex text-on-accent peer-checked:visible forced-colors:hidden">
          <Icon name="check" size="xs" strong />
        </span>
      </span>
      <span className={hideLabel ? "sr-only" : "min-w-0"}>{label}</span>
    </label>
  );
}
