"use client";

import type { FocusEvent, KeyboardEvent, PointerEvent } from "react";
import { useDesk, usePointing } from "#components/review/desk-context";
import type { Statement } from "#lib/grounding/statement";

/** The id of a statement's row in the page, where the next draft stands already, unseen. */
export function rowId(draftId: string, statementId: string): string {
  return `${draftId}-${statementId}`;
}

/** What makes an element the row of a statement: hover, focus and the keys all point at it. */
export function useRow(statement: Statement, reachable: boolean) {
  const { draft, current, startEdit } = useDesk();
  const { point, choose } = usePointing();
  const { id } = statement;
  return {
    id: rowId(draft.id, id),
    tabIndex: reachable ? 0 : -1,
    "aria-current": current === id ? ("true" as const) : undefined,
    onFocus: (_: FocusEvent) => choose(id, "draft"),
    // Not on enter: a row that scrolls under a resting pointer is not pointed at.
    onPointerMove: (event: PointerEvent) => {
      if (event.pointerType === "mouse" && current !== id) point(id, "draft");
    },
    onPointerLeave: () => point(null, "draft"),
    onDoubleClick: () => startEdit(id),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.target !== event.currentTarget) return;
      event.preventDefault();
      startEdit(id);
    },
  };
}
