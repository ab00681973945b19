import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import type { Stage } from "#e2e/support/cast";
import { readLeadFile } from "#e2e/support/lead-imports";
import { addPart } from "#lib/lead-imports/add-part";
import { beginImport } from "#lib/lead-imports/begin-import";
import { discardImport } from "#lib/lead-imports/discard-import";
import { getImportPreview } from "#lib/lead-imports/preview";
import { getImport, getImportProgress, listImports, listRefused } from "#lib/lead-imports/queries";
import { getRefusedCsv } from "#lib/lead-imports/refused-csv";
import { rereadImport } from "#lib/lead-imports/reread-import";
import { startImport } from "#lib/lead-imports/start-import";

const FILE = "Email\nkim@hollis.example\nnobody\n";
const chidis = ({ as }: Stage) => readLeadFile(as("chidi"), FILE);
const started = (importId: string) => ({
  importId,
  mapping: ["email" as const],
  ownerId: null,
  currency: null,
});

/** Bringing leads in: whoever works here; going on with a file: who brought it, leaders and admins. */
export const IMPORT_VERBS: Record<string, WorkspaceRow> = {
  beginImport: {
    act: (ctx) => beginImport(ctx, { fileName: "leads.csv", size: 9 }),
    answers: only(["admin", "leader", "lead", "member"]),
  },
  addPart: {
    act: async (ctx) => {
      const { importId } = await beginImport(ctx, { fileName: "leads.csv", size: 9 });
      await addPart(ctx, { importId, number: 0, bytes: Buffer.alloc(9) });
    },
    answers: only(["admin", "leader", "lead", "member"]),
  },
  startImport: {
    prepare: chidis,
    act: (ctx, importId) => startImport(ctx, started(importId)),
    answers: only(["admin", "leader"]),
  },
  rereadImport: {
    prepare: chidis,
    act: (ctx, importId) => rereadImport(ctx, { importId, encoding: "windows-1252", delimiter: ";" }),
    answers: only(["admin", "leader"]),
  },
  discardImport: {
    prepare: chidis,
    act: (ctx, importId) => discardImport(ctx, { importId }),
    answers: only(["admin", "leader"]),
  },
};

export const IMPORT_READS: Record<string, WorkspaceRow> = {
  listImports: { prepare: chidis, act: async (ctx) => (await listImports(ctx)).rows, answers: all("yes") },
  getImport: { prepare: chidis, act: getImport, answers: all("yes") },
  getImportProgress: { prepare: chidis, act: getImportProgress, answers: all("yes") },
  getImportPreview: {
    prepare: chidis,
    act: (ctx, importId) => getImportPreview(ctx, started(importId)),
    answers: only(["admin", "leader"]),
  },
  listRefused: {
    prepare: chidis,
    act: (ctx, importId) => listRefused(ctx, { importId }),
    answers: all("yes"),
  },
  getRefusedCsv: { prepare: chidis, act: getRefusedCsv, answers: all("yes") },
};
