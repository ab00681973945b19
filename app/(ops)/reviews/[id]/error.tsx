"use client";

import { useEffect, useEffectEvent } from "react";
import { useFrame } from "#components/review/frame";
import { LoadError } from "#components/shell/load-error";

type Failure = { error: Error & { digest?: string }; reset: () => void };

export default function ReviewError({ error, reset }: Failure) {
  // What was drawn ahead of its page gives way to what the page says.
  const leave = useEffectEvent(useFrame().leave);
  useEffect(() => leave(), []);
  return (
    <LoadError title="The draft didn’t load" digest={error.digest} reset={reset}>
      The server failed while it read this draft. The draft and its source are safe.
    </LoadError>
  );
}
