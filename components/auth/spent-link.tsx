import type { ReactNode } from "react";
import { TextLink } from "#components/ui/text-link";

/** A one-time link that can't be used: why, what to do, and the way that is always there. */
export function SpentLink({ message, children }: { message: string; children: ReactNode }) {
  return (
    <>
      <h2 className="text-lg tracking-tight">{message}</h2>
      <p className="text-muted">{children}</p>
      <p>
        <TextLink href="/sign-in">Sign in with a password</TextLink>
      </p>
    </>
  );
}
