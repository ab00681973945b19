"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button";

/** Loads the page's data again. */
export function RetryPart() {
  const router = useRouter();
  return (
    <Button icon="refresh" onClick={() => router.refresh()}>
      Try again
    </Button>
  );
}
