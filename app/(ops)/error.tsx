"use client";

import { PageError } from "#components/shell/page-error";

type Failure = { error: Error & { digest?: string }; reset: () => void };

export default function OpsError({ error, reset }: Failure) {
  return <PageError digest={error.digest} reset={reset} />;
}
