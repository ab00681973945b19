"use client";

import { LoadError } from "#components/shell/load-error";

type Failure = { error: Error & { digest?: string }; reset: () => void };

export default function ReviewError({ error, reset }: Failure) {
  return (
    <LoadError title="The draft didn’t load" digest={error.digest} reset={reset}>
      The server failed while it read this draft. The draft and its source are safe.
    </LoadError>
  );
}
