"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-col items-start gap-3">
      <p role="status" className="text-pretty">
        <span className="font-medium">Keep these recovery codes where you keep passwords.</span>{" "}
        <span className="text-muted">
          Each signs you in once when your authenticator is gone. They are shown this once.
        </span>
      </p>
      <ol aria-label="Recovery codes" className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-sm">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex items-center gap-3">
        <Button
          onClick={() => void navigator.clipboard.writeText(codes.join("\n")).then(() => setCopied(true))}
        >
          Copy the codes
        </Button>
        <span role="status" className="text-xs text-muted">
          {copied ? "Copied." : ""}
        </span>
      </div>
    </div>
  );
}
