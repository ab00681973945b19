import type { ReactNode } from "react";

/** The body of a page without panes; `measure` keeps prose and forms to a readable width. */
export function Page({ measure, children }: { measure?: boolean; children: ReactNode }) {
  return (
    <div
      className={`flex flex-1 flex-col p-4 md:p-6 ${measure ? "max-w-[calc(var(--size-measure)+3rem)]" : ""}`}
    >
      {children}
    </div>
  );
}
