import type { ReactNode } from "react";
import { ListKeys } from "#components/records/list-keys";

type RecordFrameProps = {
  /** Controls that narrow the list down; they stay while it scrolls. */
  filters?: ReactNode;
  children: ReactNode;
  /** The record that is open, beside the list; over it where there is no room. */
  sheet?: ReactNode;
};

/** A list of records, and beside it the one that is open. */
export function RecordFrame({ filters, children, sheet }: RecordFrameProps) {
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {filters && (
          <div className="flex flex-none flex-wrap items-center gap-2 border-b px-4 py-2 md:px-6">
            {filters}
          </div>
        )}
        <div data-rows className="relative flex min-h-0 flex-1 flex-col overflow-auto pb-6">
          {children}
        </div>
        <ListKeys />
      </div>
      {sheet}
    </div>
  );
}

/** The room of a table, whose rules stop at the page's padding. The rows of a list run from edge to edge instead. */
export function Padded({ children }: { children: ReactNode }) {
  return <div className="px-4 md:px-6">{children}</div>;
}
