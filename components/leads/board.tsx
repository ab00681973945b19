"use client";

import { useOptimistic, useState, useTransition } from "react";
import { BoardColumnView } from "#components/leads/board-column";
import type { LeadVerbs } from "#components/leads/lead-verbs";
import { type Moved, moveCard } from "#components/leads/moved-board";
import { Overtaken, type Problem } from "#components/records/overtaken";
import { Keys } from "#components/shell/keys";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import type { LeadStage } from "#drizzle/schema/leads";
import { STAGE_NAMES, STAGE_ORDER } from "#lib/format/lead-stages";
import type { BoardColumn } from "#lib/leads/board";
import type { BoardPages } from "#lib/leads/board-pages";
import type { ListedLead } from "#lib/leads/view";

type BoardProps = {
  columns: BoardColumn[];
  /** The column that a phone shows. */
  shown: LeadStage;
  who: string | undefined;
  /** How many pages of each column are open. */
  pages: BoardPages;
  today: string;
  /** Null for whoever only reads. */
  move: LeadVerbs["move"] | null;
};

/** The pipeline. A card moves at once; where somebody was faster it comes back, and that is told. */
export function Board({ columns, shown, who, pages, today, move }: BoardProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [, start] = useTransition();
  const [board, moveNow] = useOptimistic<BoardColumn[], Moved>(columns, moveCard);

  function send(lead: ListedLead, stage: LeadStage) {
    if (!move || stage === lead.stage) return;
    start(async () => {
      moveNow({ leadId: lead.id, stage });
      const outcome = await reach(() => move({ leadId: lead.id, version: lead.version, stage }));
      setProblem(outcome.ok ? null : { message: outcome.message, text: lead.name });
      if (outcome.ok) announce(`${lead.name} is in ${STAGE_NAMES[stage]}`);
      focusCard(lead.id);
    });
  }

  function step(by: 1 | -1) {
    const lead = focusedCard(board);
    const next = lead && STAGE_ORDER[STAGE_ORDER.indexOf(lead.stage) + by];
    if (lead && next) send(lead, next);
  }

  return (
    <>
      {move && <Keys scope="board" bindings={{ ">": () => step(1), "<": () => step(-1) }} />}
      <Overtaken problem={problem} onUnderstood={() => setProblem(null)} />
      <div className="flex min-h-0 flex-1 md:gap-3 md:overflow-x-auto md:px-6 md:py-4">
        {board.map((column) => (
          <BoardColumnView
            key={column.stage}
            column={column}
            shown={column.stage === shown}
            who={who}
            pages={pages}
            today={today}
            onMove={move && send}
          />
        ))}
      </div>
    </>
  );
}

/** The lead whose card has the focus. */
function focusedCard(board: BoardColumn[]): ListedLead | undefined {
  const id = document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card;
  return board.flatMap((column) => column.leads).find((lead) => lead.id === id);
}

/** Where its card went, the focus goes too: after the page was drawn with it. */
function focusCard(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`)?.focus();
  });
}
