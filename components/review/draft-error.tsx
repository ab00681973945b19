"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "#components/ui/button";
import { ErrorState } from "#components/ui/error-state";

/** Stands in for a draft that did not load; the queue beside it goes on. For the error file of the route. */
export function DraftError({ digest, reset }: { digest?: string; reset: () => void }) {
  const router = useRouter();
  function retry() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }
  return (
    <div className="flex h-full flex-col">
      <ErrorState
        title="The draft didn’t load"
        requestId={digest}
        retry={
          <Button icon="refresh" onClick={retry}>
            Try again
          </Button>
        }
      >
        The server failed while it read this draft. The draft and its source are safe.
      </ErrorState>
    </div>
  );
}
