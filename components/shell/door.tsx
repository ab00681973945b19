import type { ReactNode } from "react";
import { Brand } from "#components/shell/brand";

/** What one sees before signing in: the name, whose Countersign this is, and one narrow form. */
export function Door({ company, children }: { company?: string; children: ReactNode }) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center bg-surface p-6">
      <div className="flex w-66 max-w-full flex-col gap-3">
        <div className="mb-1 flex items-baseline gap-2">
          <Brand />
          {company && <span className="truncate text-xs text-faint">{company}</span>}
        </div>
        {children}
      </div>
    </main>
  );
}
