"use client";

import { CopyMarkdown } from "#components/records/copy-markdown";
import { Button } from "#components/ui/button";

/** Takes a document elsewhere: its Markdown on the clipboard, or on paper. */
export function DocumentTools({ markdown }: { markdown: string }) {
  return (
    <span className="flex items-center gap-2 print:hidden">
      <CopyMarkdown markdown={markdown} />
      <Button tone="quiet" onClick={() => window.print()}>
        Print
      </Button>
    </span>
  );
}
