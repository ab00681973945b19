"use client";

import { useState } from "react";
import { announce } from "#components/shell/live-region";
import { Button } from "#components/ui/button";

/** Takes a document elsewhere: its Markdown on the clipboard, or on paper. */
export function DocumentTools({ markdown }: { markdown: string }) {
  const [said, setSaid] = useState<string | null>(null);
  async function copy() {
    const sentence = await navigator.clipboard.writeText(markdown).then(
      () => "Copied as Markdown.",
      () => "The browser didn’t allow copying. Select the text and copy it.",
    );
    setSaid(sentence);
    announce(sentence);
  }
  return (
    <span className="flex items-center gap-2 print:hidden">
      {said && <span className="text-xs text-muted max-md:hidden">{said}</span>}
      <Button onClick={copy}>Copy as Markdown</Button>
      <Button tone="quiet" onClick={() => window.print()}>
        Print
      </Button>
    </span>
  );
}
