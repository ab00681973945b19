import type { ReactNode } from "react";

type DockProps = { title: ReactNode; detail?: ReactNode; action?: ReactNode; children?: ReactNode };

/** What just happened, at the foot of a list, where it covers nothing. */
export function Dock({ title, detail, action, children }: DockProps) {
  return (
    <div className="relative flex flex-none items-center gap-2 border-t border-line-strong bg-surface py-2.5 pr-3 pl-4">
      {children}
      <div className="min-w-0 flex-1">
        <div className="line-clamp-2 font-medium">{title}</div>
        {detail && <div className="truncate text-xs text-muted">{detail}</div>}
      </div>
      {action}
    </div>
  );
}
