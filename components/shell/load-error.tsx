"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition } from "react";
import { Button } from "#components/ui/button";
import { ErrorState } from "#components/ui/error-state";

type LoadErrorProps = {
  title: string;
  /** Why, and what is safe. */
  children: ReactNode;
  digest?: string;
  reset: () => void;
};

/** Stands in for a part that did not load; what is beside it goes on. For the error file of a route. */
export function LoadError({ title, children, digest, reset }: LoadErrorProps) {
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
        title={title}
        requestId={digest}
        retry={
          <Button icon="refresh" onClick={retry}>
            Try again
          </Button>
        }
      >
        {children}
      </ErrorState>
    </div>
  );
}
