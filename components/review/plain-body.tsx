"use client";

import { useDesk } from "#components/review/desk-context";
import { SectionRows } from "#components/review/section-rows";

/** A draft whose sections are lists of rows. */
export function PlainBody() {
  const { draft } = useDesk();
  return draft.sections.map((section, i) => (
    <SectionRows key={section.key} section={section} hint={i === 0} />
  ));
}
