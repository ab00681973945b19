"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "#components/ui/button";
import { ErrorState } from "#components/ui/error-state";

/** Stands in for a page that did not load; the way around beside it goes on. For the error file of a route. */
export function PageError({ digest, reset }: { digest?: string; reset: () => void }) {
  const router = useRouter();
  function retry() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }
  return (
    <ErrorState
      title="This page didn’t load"
      requestId={digest}
      retry={
        <Button icon="refresh" onClick={retry}>
          Try again
        </Button>
      }
    >
      The server failed while it read what belongs here. Nothing that is stored was changed.
    </ErrorState>
  );
}
