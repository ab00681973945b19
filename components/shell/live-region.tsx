"use client";

import { useEffect, useState } from "react";

const said = new EventTarget();

/** Has screen readers say a sentence when they are next silent. */
export function announce(sentence: string): void {
  said.dispatchEvent(new CustomEvent("sentence", { detail: sentence }));
}

/** Where announcements appear. Once per page. */
export function LiveRegion() {
  const [last, setLast] = useState({ sentence: "", count: 0 });
  useEffect(() => {
    const hear = (event: Event) => {
      const { detail } = event as CustomEvent<string>;
      setLast(({ count }) => ({ sentence: detail, count: count + 1 }));
    };
    said.addEventListener("sentence", hear);
    return () => said.removeEventListener("sentence", hear);
  }, []);
  return (
    <div aria-live="polite" className="sr-only">
      {/* A new element each time, or the same sentence twice would be said once. */}
      <p key={last.count}>{last.sentence}</p>
    </div>
  );
}
