import { join } from "node:path";
import { expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { commandHome } from "#e2e/support/command-home";
import { backupCommand, restoreCommand } from "#lib/cli/backup";

it("a backup from the command line stands in the log, as one from the settings does", {
  timeout: 60_000,
}, async () => {
  const { io, printed, inStore } = await commandHome();
  const file = join(io.env.COUNTERSIGN_DATA_DIR!, "all.gz");
  expect(await backupCommand([file], io)).toBe(0);
  const [rows] = printed[0]!.split(" ");
  expect(printed).toEqual([`${rows} rows are in ${file}.`]);
  expect(await inStore((store) => store.raw.select().from(events))).toMatchObject([
    {
      kind: "workspace.backed_up",
      actorKind: "system",
      actorId: null,
      door: "command",
      data: { rows: Number(rows) },
    },
  ]);
  await expect(restoreCommand([file], io)).rejects.toMatchObject({ code: "conflict" });
});
