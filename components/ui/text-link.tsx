import type { ComponentProps, ReactNode } from "react";
import { PageLink } from "#components/ui/page-link";

const look =
  "text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current rounded-sm";

/** `stay` leaves the page scrolled as it is. */
type TextLinkProps = { href: string; stay?: boolean; children: ReactNode };

/** A link inside or beside text. */
export function TextLink({ href, stay, children }: TextLinkProps) {
  return (
    <PageLink href={href} scroll={!stay} className={look}>
      {children}
    </PageLink>
  );
}

/** The same for a verb that acts on the spot. */
export function TextButton(native: Omit<ComponentProps<"button">, "className" | "style">) {
  return <button type="button" {...native} className={look} />;
}
