"use client";

import { useEffect, useState } from "react";
import { SingleKeys } from "#components/shell/single-keys";
import { Dialog } from "#components/ui/dialog";
import { Kbd } from "#components/ui/kbd";
import { type KeyName, type KeyScope, keys, scopeLabels } from "#lib/format/keys";

const asked = new EventTarget();

/** Opens the sheet of all keys. */
export function openKeySheet(): void {
  asked.dispatchEvent(new Event("open"));
}

/** Every key and what it does, by where it works. Once per page. */
export function KeySheet() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    asked.addEventListener("open", show);
    return () => asked.removeEventListener("open", show);
  }, []);
  return (
    <Dialog open={open} onOpenChange={setOpen} title="All keys" size="lg" reading foot={<SingleKeys />}>
      <div className="gap-x-10 md:columns-2">
        {(Object.keys(keys) as KeyScope[]).map((scope) => (
          <ScopeKeys key={scope} scope={scope} />
        ))}
      </div>
    </Dialog>
  );
}

function ScopeKeys({ scope }: { scope: KeyScope }) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="border-b pb-1 text-xs">{scopeLabels[scope]}</h3>
      <dl>
        {Object.entries(keys[scope]).map(([name, label]) => (
          <div key={name} className="flex h-7 items-center justify-between gap-4">
            <dt className="truncate">{label}</dt>
            <dd className="flex flex-none gap-0.5">
              <Kbd name={name as KeyName} lasting />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
