"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button";
import { TextInput } from "#components/ui/text-input";

type LinkOnceProps = { label?: string; path: string; help: string };

/** A link that is shown this once, with its address as this browser knows it. */
export function LinkOnce({ label = "Invitation link", path, help }: LinkOnceProps) {
  const [copied, setCopied] = useState(false);
  const origin = useSyncExternalStore(
    () => () => {},
    () => location.origin,
    () => "",
  );
  const address = origin + path;
  return (
    <div className="flex w-full max-w-112 flex-col gap-2">
      <TextInput
        label={label}
        value={address}
        readOnly
        help={help}
        onFocus={(event) => event.target.select()}
      />
      <div className="flex items-center gap-3">
        <Button
          icon="link"
          onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
        >
          Copy the link
        </Button>
        <span role="status" className="text-xs text-muted">
          {copied ? "Copied." : ""}
        </span>
      </div>
    </div>
  );
}
