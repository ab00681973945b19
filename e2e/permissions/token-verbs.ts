import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, type Stage } from "#e2e/support/cast";
import type { UserCtx } from "#lib/events/context";
import { makeFeed } from "#lib/feeds/make-feed";
import { findFeed, readFeed } from "#lib/feeds/queries";
import { revokeFeed } from "#lib/feeds/revoke-feed";
import { createToken, type NewToken } from "#lib/tokens/create-token";
import { findLiveToken, listTokens } from "#lib/tokens/queries";
import { revokeToken } from "#lib/tokens/revoke-token";

const reads = { name: "Reader", scopes: ["sources:read" as const], days: 30 };

/** Verbs on API tokens and on calendar links, which are everybody's own. */
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
  makeFeed: { act: makeFeed, answers: all("yes") },
  "revokeFeed: their own": {
    prepare: async (_, ctx) => (await makeFeed(ctx)).feedId,
    act: revokeFeed,
    answers: all("yes"),
  },
  "revokeFeed: where only somebody else has one": {
    prepare: async (stage) => (await makeFeed(stage.as("chidi"))).feedId,
    act: revokeFeed,
    answers: all("conflict"),
  },
};

/** Queries of API tokens and calendar links. */
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
  "findFeed: their own": {
    prepare: async (_, ctx) => (await makeFeed(ctx)).feedId,
    act: findFeed,
    answers: all("yes"),
  },
  "findFeed: somebody else’s": {
    prepare: async (stage) => (await makeFeed(stage.as("chidi"))).feedId,
    act: findFeed,
    answers: all("gone"),
  },
  "readFeed: by its secret": {
    prepare: async (stage) => (await makeFeed(stage.as("chidi"))).secret,
    act: readFeed,
    answers: all("yes"),
  },
  "readFeed: by its id": {
    prepare: async (stage) => (await makeFeed(stage.as("chidi"))).feedId,
    act: readFeed,
    answers: all("gone"),
  },
  "findLiveToken: by its id": { prepare: chidis, act: findLiveToken, answers: all("gone") },
};

async function chidis(stage: Stage, _ctx: UserCtx): Promise<string> {
  return (await token(stage, CAST.chidi.id)).tokenId;
}

function token(stage: Stage, userId: string): Promise<NewToken> {
  return createToken(stage.system, { ...reads, userId });
}
