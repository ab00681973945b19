"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { formatCount } from "#lib/format/count";

export type Tab = { value: string; label: string; count?: number; panel: ReactNode };

type TabsProps = { label: string; tabs: [Tab, ...Tab[]]; value?: string; onChange?: (value: string) => void };

/** Several views of one thing, one at a time. */
export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  return (
    <Base.Root
      value={value}
      defaultValue={value === undefined ? tabs[0].value : undefined}
      onValueChange={(next: string) => onChange?.(next)}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Base.List aria-label={label} className="flex flex-none gap-5 overflow-x-auto border-b px-4">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px flex h-(--size-bar) flex-none cursor-pointer items-center gap-1 border-b-2 border-transparent font-medium text-muted hover:text-ink focus-visible:-outline-offset-2 data-active:border-ink data-active:text-ink pointer-coarse:text-md"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-faint">{formatCount(tab.count)}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.value}
          value={tab.value}
          className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
        >
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
