"use client";

import { type CSSProperties, type RefObject, useEffect, useRef, useState } from "react";
import { useDesk } from "#components/review/desk-context";
import type { AddPlace } from "#components/review/evidence-pane";
import { formOf } from "#components/review/registry";
import { readSelection, type SelectedWords } from "#components/review/selected-words";
import { Keys } from "#components/shell/keys";
import { announce } from "#components/shell/live-region";
import { Button } from "#components/ui/button";

type AddSelectedProps = {
  body: RefObject<HTMLDivElement | null>;
  onAdd: (place: AddPlace) => Promise<boolean>;
};

/** Beside words that are selected in a source: what they can be made. On a touch screen it stands below the source. */
export function AddSelected({ body, onAdd }: AddSelectedProps) {
  const { draft, allowed } = useDesk();
  const words = useSelection(body, allowed);
  const [adding, setAdding] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  if (!allowed) return null;

  function reach() {
    if (words) bar.current?.querySelector("button")?.focus();
    else announce("Select words in the source first.");
  }

  async function add(section: string) {
    if (!words || adding) return;
    setAdding(true);
    const { rect: _, ...place } = words;
    if (await onAdd({ section, ...place })) document.getSelection()?.removeAllRanges();
    setAdding(false);
  }

  return (
    <>
      <Keys scope="draft" bindings={{ w: reach }} />
      {words && (
        <div
          ref={bar}
          role="toolbar"
          aria-label="Add what is selected"
          style={placed(body.current, words.rect)}
          // Pressing a button takes nothing away from what is selected.
          onPointerDown={(event) => event.preventDefault()}
          className={barLook}
        >
          <span className="px-1.5 text-xs text-muted">{adding ? "Adding …" : "Add as"}</span>
          {formOf(draft.workflow)
            .addable(draft.sections)
            .map(({ key, noun }) => (
              <Button
                key={key}
                size="sm"
                tone="quiet"
                aria-label={`Add as ${noun}`}
                onClick={() => void add(key)}
              >
                {noun}
              </Button>
            ))}
        </div>
      )}
    </>
  );
}

const barLook =
  "absolute top-(--y) left-(--x) z-20 flex items-center gap-0.5 rounded-md border border-line-strong bg-surface p-1 shadow-float pointer-coarse:fixed pointer-coarse:inset-x-3 pointer-coarse:top-auto pointer-coarse:bottom-20 pointer-coarse:justify-center";

const WIDTH = 300;

/** Under the last words, within the pane. */
function placed(body: HTMLElement | null, rect: DOMRect): CSSProperties {
  const pane = body?.getBoundingClientRect();
  if (!body || !pane) return {};
  const x = Math.max(8, Math.min(rect.left - pane.left, pane.width - WIDTH));
  const y = rect.bottom - pane.top + body.scrollTop + 6;
  return { "--x": `${x}px`, "--y": `${y}px` } as CSSProperties;
}

/** What is selected, once the hand that selects has come to rest on something. */
function useSelection(body: RefObject<HTMLElement | null>, allowed: boolean): SelectedWords | null {
  const [words, setWords] = useState<SelectedWords | null>(null);
  useEffect(() => {
    if (!allowed) return;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setWords(body.current && readSelection(body.current)));
    };
    document.addEventListener("selectionchange", look);
    return () => {
      document.removeEventListener("selectionchange", look);
      cancelAnimationFrame(frame);
    };
  }, [body, allowed]);
  return words;
}
