"use client";

import { useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import { TextInput } from "#components/ui/text-input";
import { addressOf, type Query } from "#lib/format/address";

/** Narrows leads down to those with some words, at Enter; the address says which. */
export function LeadSearch({ words, keep }: { words: string; keep: Query }) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [pending, start] = useTransition();
  const look = (typed: string) =>
    start(() => router.push(addressOf("/leads", { ...keep, words: typed.trim() })));
  return (
    <search className="w-44 max-md:min-w-36 max-md:flex-1">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          look(field.current?.value ?? "");
        }}
      >
        <TextInput
          key={words}
          ref={field}
          type="search"
          label="Name, company or address"
          hideLabel
          placeholder="Name, company, address"
          defaultValue={words}
          maxLength={100}
          aria-busy={pending}
          enterKeyHint="search"
          autoComplete="off"
          // The cross of the field empties it, which is no submit.
          onInput={(event) => {
            if (words && event.currentTarget.value === "") look("");
          }}
        />
      </form>
    </search>
  );
}
