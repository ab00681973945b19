"use client";

import { Button } from "#components/ui/button";
import { Menu } from "#components/ui/menu";

/** Takes the figures elsewhere: as a file, or on paper. */
export function TakeFigures({ csv }: { csv: string }) {
  return (
    <>
      <Menu
        trigger={
          <Button tone="quiet" icon="download">
            Export
          </Button>
        }
        entries={[{ label: "As CSV, for a spreadsheet", download: csv }]}
      />
      <Button tone="quiet" onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
}
