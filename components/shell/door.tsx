import type { ReactNode } from "react";
import { Brand } from "#components/shell/brand";

type DoorProps = { company?: string; wide?: boolean; children: ReactNode };

/** What one sees before signing in: the name, whose Countersign this is, and one narrow form. */
export function Door({ company, wide, children }: DoorProps) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center bg-surface p-6">
      <div className={`flex max-w-full flex-col gap-3 ${wide ? "w-112" : "w-66"}`}>
        <div className="mb-1 flex items-center gap-2">
          <h1>
            <Brand />
          </h1>
          {company && <span className="truncate text-xs text-faint">{company}</span>}
        </div>
        {children}
      </div>
    </main>
  );
}
