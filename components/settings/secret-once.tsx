"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { TextInput } from "#components/ui/text-input";

/** The secret of a new token, which nobody is shown again. */
export function SecretOnce({ secret }: { secret: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <TextInput
        label="Secret"
        value={secret}
        readOnly
        help="It is shown this once. Keep it where the program finds it and nobody else does."
        onFocus={(event) => event.target.select()}
      />
      <p className="text-pretty text-muted">
        Programs send it with every request, as{" "}
        <code className="font-mono text-xs wrap-anywhere">Authorization: Bearer {secret.slice(0, 6)}…</code>
      </p>
      <div className="flex items-center gap-3">
        <Button onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
          Copy the secret
        </Button>
        <span role="status" className="text-xs text-muted">
          {copied ? "Copied." : ""}
        </span>
      </div>
    </div>
  );
}
