"use client";

import { useState } from "react";
import type { Held } from "#components/review/use-hold";
import type { DeskVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";

type TakeOverProps = { draftId: string; held: Held; verb: DeskVerbs["takeOver"] };

/** Takes a draft out of another person’s hands; they are told. */
export function TakeOver({ draftId, held, verb }: TakeOverProps) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function take() {
    setPending(true);
    const answer = await reach(() => verb({ draftId }), LOST);
    setPending(false);
    if (answer.ok) held.keep(answer.value);
    else setError(answer.message);
  }

  return (
    <>
      <Button size="sm" pending={pending} onClick={() => void take()}>
        Take over
      </Button>
      <FormError>{error}</FormError>
    </>
  );
}

const LOST = "The connection broke before the answer came. Try again when it is back.";
