"use client";

import { DraftError } from "#components/review/draft-error";

type Failure = { error: Error & { digest?: string }; reset: () => void };

export default function ReviewError({ error, reset }: Failure) {
  return <DraftError digest={error.digest} reset={reset} />;
}
