"use client";

import { Button } from "#components/ui/button";
import { Menu } from "#components/ui/menu";
import { addressOf, type Query } from "#lib/format/address";

/** Takes the rows of a list elsewhere, all its pages, as the address narrows them down. */
export function ExportMenu({
  of,
  filters,
}: {
  of: "actions" | "blockers" | "promises" | "leads";
  filters: Query;
}) {
  const download = (format: string) => addressOf(`/api/exports/${of}`, { ...filters, format });
  return (
    <Menu
      trigger={
        <Button tone="quiet" icon="download">
          Export
        </Button>
      }
      entries={[
        { label: "As CSV, for a spreadsheet", download: download("csv") },
        ...(of === "leads" ? [] : [{ label: "As Markdown", download: download("md") }]),
      ]}
    />
  );
}
