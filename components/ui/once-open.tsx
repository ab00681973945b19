import { type ReactNode, Suspense, useState } from "react";

/** As an open dialog does, it keeps the page's keys from whoever goes on typing. */
const meanwhile = <div hidden data-modal data-open />;

/** Around a dialog whose code comes `later`: it is fetched when the dialog is first open, and stays from then on. */
export function OnceOpen({ open, children }: { open: boolean; children: ReactNode }) {
  const [asked, setAsked] = useState(open);
  if (open && !asked) setAsked(true);
  return asked && <Suspense fallback={meanwhile}>{children}</Suspense>;
}
