"use client";

import { LoadError } from "#components/shell/load-error";

type Failure = { error: Error & { digest?: string }; reset: () => void };

export default function OpsError({ error, reset }: Failure) {
  return (
    <LoadError title="This page didn’t load" digest={error.digest} reset={reset}>
      The server failed while it read what belongs here. Nothing that is stored was changed.
    </LoadError>
  );
}
