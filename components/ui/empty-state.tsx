import type { ReactNode } from "react";

/** Says why there is nothing, and what comes next. One action, and at most a quiet second. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-1 flex-col justify-center px-6 py-10 md:px-10">
      <h2 className="text-lg tracking-tight">{title}</h2>
      <p className="mt-1 max-w-[46ch] text-pretty text-muted">{children}</p>
      {actions && <div className="mt-4 flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
