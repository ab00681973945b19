import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon";

type ErrorStateProps = {
  /** What failed, as a sentence: "The source didn’t load". */
  title: string;
  /** Why, and what is safe. */
  children: ReactNode;
  /** The button that tries again. */
  retry?: ReactNode;
  requestId?: string;
};

/** Stands in for the part that failed; the rest of the page goes on. */
export function ErrorState({ title, children, retry, requestId }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-1 flex-col justify-center px-6 py-10 md:px-10">
      <span className="flex text-danger-text">
        <Icon name="warn" />
      </span>
      <h2 className="mt-1.5 text-lg tracking-tight">{title}</h2>
      <p className="mt-1 max-w-[46ch] text-pretty text-muted">{children}</p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {retry}
        {requestId && (
          <span className="text-xs text-faint">
            request <code className="font-mono">{requestId}</code>
          </span>
        )}
      </div>
    </div>
  );
}
