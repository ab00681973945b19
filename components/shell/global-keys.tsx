"use client";

import { useRouter } from "next/navigation";
import { openKeySheet } from "#components/shell/key-sheet";
import { Keys } from "#components/shell/keys";
import { NEW_SOURCE } from "#components/shell/places";

/** The keys that work on every page. */
export function GlobalKeys() {
  const router = useRouter();
  return (
    <Keys
      scope="everywhere"
      bindings={{
        n: () => router.push(NEW_SOURCE),
        "g t": () => router.push("/"),
        "g r": () => router.push("/reviews"),
        "?": openKeySheet,
      }}
    />
  );
}
