import type { ReactNode } from "react";

type LeadProps = {
  /** What needs somebody, as one sentence. */
  sentence: string;
  /** What was done, at the right. */
  children?: ReactNode;
};

/** The first line of Today, and at its right what was done. */
export function Lead({ sentence, children }: LeadProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 pt-3.5 pb-3 md:px-6">
      <p className="text-lg font-medium tracking-tight text-pretty">{sentence}</p>
      {children && <p className="ml-auto text-xs text-muted max-md:ml-0">{children}</p>}
    </div>
  );
}
