import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/**
 * A component whose code is fetched when it is first shown, and not with the page; it stands in a Suspense, which says
 * what is there meanwhile. When the code can't be had it is a line that says so.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await load().catch(() => NotLoaded) }));
}

function NotLoaded() {
  return (
    <p
      role="alert"
      className="fixed inset-x-0 bottom-0 z-50 border-t border-danger-line bg-danger-bg px-5 py-2.5 text-danger-text"
    >
      A part of this page could not be fetched. See that you are connected, and load the page again.
    </p>
  );
}
