import type { ReactNode } from "react";
import { Count } from "#components/ui/count";
import { Icon, type IconName } from "#components/ui/icon";

type GroupProps = {
  label: string;
  icon?: IconName;
  count?: number;
  /** At the right edge of its head: a link to all of them. */
  end?: ReactNode;
  children: ReactNode;
};

/** Rows that belong together under a small head, between hairlines. */
export function Group({ label, icon, count, end, children }: GroupProps) {
  return (
    <section aria-label={label}>
      <header className="flex h-9 items-end gap-1.5 border-b px-4 pb-1.25 text-xs md:px-6">
        {icon && (
          <span className="flex text-faint">
            <Icon name={icon} size="sm" />
          </span>
        )}
        <h2>{label}</h2>
        {count !== undefined && <Count of={count} />}
        {end && <span className="ml-auto">{end}</span>}
      </header>
      {children}
    </section>
  );
}
