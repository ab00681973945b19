"use client";

import { useRouter } from "next/navigation";
import { useLostSince } from "#components/shell/connection";
import { openKeySheet } from "#components/shell/key-sheet";
import { Keys } from "#components/shell/keys";
import { announce } from "#components/shell/live-region";
import { openPalette } from "#components/shell/palette";
import { NEW_SOURCE } from "#components/shell/places";

/** The keys that work on every page. */
export function GlobalKeys() {
  const router = useRouter();
  const isLost = useLostSince() !== null;
  // Without a connection the browser would leave what is loaded.
  const go = (path: string) => (isLost ? announce("No connection: this page stays.") : router.push(path));
  return (
    <Keys
      scope="everywhere"
      bindings={{
        n: () => go(NEW_SOURCE),
        "g t": () => go("/"),
        "g r": () => go("/reviews"),
        "mod+k": openPalette,
        "/": openPalette,
        "?": openKeySheet,
      }}
    />
  );
}
