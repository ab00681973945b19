import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, type Stage } from "#e2e/support/cast";
import type { UserCtx } from "#lib/events/context";
import { createToken, type NewToken } from "#lib/tokens/create-token";
import { findLiveToken, listTokens } from "#lib/tokens/queries";
import { revokeToken } from "#lib/tokens/revoke-token";

const reads = { name: "Reader", scopes: ["sources:read" as const], days: 30 };

/** Verbs on API tokens. */
export const TOKEN_VERBS: Record<string, WorkspaceRow> = {
  "createToken: that reads, for themselves": { act: (ctx) => createToken(ctx, reads), answers: all("yes") },
  "createToken: that changes things": {
    act: (ctx) => createToken(ctx, { ...reads, scopes: ["sources:write"] }),
    answers: only(["admin", "leader", "lead", "member"]),
  },
  "createToken: for somebody else": {
    act: (ctx) => createToken(ctx, { ...reads, userId: CAST.chidi.id }),
    answers: all("forbidden"),
  },
  "revokeToken: their own": {
    prepare: async (stage, ctx) => (await token(stage, ctx.actor.id)).tokenId,
    act: (ctx, tokenId) => revokeToken(ctx, { tokenId }),
    answers: all("yes"),
  },
  "revokeToken: somebody else’s": {
    prepare: chidis,
    act: (ctx, tokenId) => revokeToken(ctx, { tokenId }),
    answers: only(["admin"], "gone"),
  },
};

/** Queries of API tokens. */
export const TOKEN_READS: Record<string, WorkspaceRow> = {
  "listTokens: their own": {
    prepare: async (stage, ctx) => (await token(stage, ctx.actor.id)).tokenId,
    act: listTokens,
    answers: all("yes"),
  },
  "listTokens: somebody else’s": { prepare: chidis, act: listTokens, answers: only(["admin"], "gone") },
  "findLiveToken: by its secret": {
    prepare: async (stage) => (await token(stage, CAST.chidi.id)).secret,
    act: findLiveToken,
    answers: all("yes"),
  },
  "findLiveToken: by its id": { prepare: chidis, act: findLiveToken, answers: all("gone") },
};

async function chidis(stage: Stage, _ctx: UserCtx): Promise<string> {
  return (await token(stage, CAST.chidi.id)).tokenId;
}

function token(stage: Stage, userId: string): Promise<NewToken> {
  return createToken(stage.system, { ...reads, userId });
}
