"use client";

import { useState } from "react";
import { announce } from "#components/shell/live-region";
import { Button } from "#components/ui/button";

/** Copies a record as Markdown, and says whether the browser let it. */
export function CopyMarkdown({ markdown, label = "Copy as Markdown" }: { markdown: string; label?: string }) {
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
    <span className="inline-flex items-center gap-2">
      {said && <span className="text-xs text-muted max-md:hidden">{said}</span>}
      <Button onClick={copy}>{label}</Button>
    </span>
  );
}
