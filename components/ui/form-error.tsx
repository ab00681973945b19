import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon";

/** What a form could not do, said at once to screen readers. Nothing while there is nothing to say. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <div role="alert">
      {children && (
        <p className="flex gap-1.5 text-xs text-danger-text">
          <Icon name="warn" size="sm" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
