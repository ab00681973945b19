"use client";

import type { ReactNode } from "react";
import { useDesk } from "#components/review/desk-context";
import { StatementRow } from "#components/review/statement-row";
import { Kbd } from "#components/ui/kbd";
import type { Section } from "#lib/workflows/define";

/** A part of a draft as rows under its name. `hint` prints the key that keeps or declines. */
export function SectionRows({ section, hint }: { section: Section; hint?: boolean }) {
  const { statements, current, allowed } = useDesk();
  const rows = statements.filter((statement) => statement.section === section.key);
  const first = statements[0]?.id;
  const kept = rows.filter((statement) => statement.kept).length;
  return (
    <section aria-label={section.label} className="mt-4">
      <SectionHead
        label={section.label}
        count={rows.length ? `${kept} of ${rows.length} kept` : "none found"}
        lined={rows.length > 0}
      >
        {hint && allowed && rows.length > 0 && (
          <span className="inline-flex items-center gap-1 pointer-coarse:hidden">
            <Kbd name="x" /> keep or decline
          </span>
        )}
      </SectionHead>
      <ul>
        {rows.map((statement) => (
          <StatementRow
            key={statement.id}
            statement={statement}
            section={section}
            reachable={statement.id === (current ?? first)}
          />
        ))}
      </ul>
    </section>
  );
}

function SectionHead({
  label,
  count,
  lined,
  children,
}: {
  label: string;
  count: string;
  lined: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={`flex items-baseline gap-2 px-5 pb-1.25 text-xs text-faint max-md:px-4 ${lined ? "border-b" : ""}`}
    >
      <h3 className="text-ink">{label}</h3>
      <span>{count}</span>
      <span className="ml-auto">{children}</span>
    </div>
  );
}
