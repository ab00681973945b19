import type { ReactNode } from "react";
import { lastWordAt } from "#components/review/words";

/** Text with what follows its last word on the same line, so that a number never wraps away from it. */
export function NumberedText({ text, children }: { text: string; children: ReactNode }) {
  const cut = lastWordAt(text);
  return (
    <>
      {text.slice(0, cut)}
      <span className="whitespace-nowrap">
        {text.slice(cut).trimEnd()} {children}
      </span>
    </>
  );
}
