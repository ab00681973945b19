"use client";

import { useRouter } from "next/navigation";
import { Keys } from "#components/shell/keys";
import { IconButton } from "#components/ui/icon-button";

/** Closes the open record and goes on in the list. */
export function CloseSheet({ href }: { href: string }) {
  const router = useRouter();
  const close = () => router.push(href, { scroll: false });
  return (
    <>
      <Keys scope="writing" bindings={{ Escape: close }} />
      <IconButton icon="close" label="Close" onClick={close} />
    </>
  );
}
