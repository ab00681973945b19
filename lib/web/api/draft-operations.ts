import { z } from "zod";
import { PAGE_ROWS } from "#lib/db/page";
import { getDelivery, listDeliveries } from "#lib/deliveries/queries";
import { DeliveryFilter } from "#lib/deliveries/schema";
import { getDraft, listDrafts } from "#lib/drafts/queries";
import { DraftFilter } from "#lib/drafts/schema";
import { Id } from "#lib/inputs/schema";
import { Delivery, DraftInFull, ListedDraft, pageOf } from "#lib/web/api/answers";
import { type Operation, reading } from "#lib/web/api/operation";

/** Drafts, and what leaves of them. Both are only read here: deciding takes a person at the desk. */
export const DRAFT_OPERATIONS: Operation[] = [
  reading({
    id: "listDrafts",
    path: "/drafts",
    tag: "drafts",
    summary: "Drafts in one state, the last written first",
    scope: "drafts:read",
    tool: `Lists drafts that wait for a decision, or were approved or rejected, ${PAGE_ROWS} at a time.`,
    input: DraftFilter,
    answer: pageOf(ListedDraft),
    read: listDrafts,
  }),
  reading({
    id: "readDraft",
    path: "/drafts/{draftId}",
    tag: "drafts",
    summary: "One draft with its statements and the sentences they stand on",
    scope: "drafts:read",
    tool: "Reads one draft: its statements, and for each the sentence of the source it stands on. Only people decide on drafts.",
    input: z.object({ draftId: Id }),
    answer: DraftInFull,
    read: (ctx, { draftId }) => getDraft(ctx, draftId),
  }),
  reading({
    id: "listDeliveries",
    path: "/deliveries",
    tag: "deliveries",
    summary: "What left or leaves because a draft was approved, the last made first",
    scope: "deliveries:read",
    tool: `Lists what left or leaves because a draft was approved, ${PAGE_ROWS} at a time.`,
    input: DeliveryFilter,
    answer: pageOf(Delivery),
    read: listDeliveries,
  }),
  reading({
    id: "readDelivery",
    path: "/deliveries/{deliveryId}",
    tag: "deliveries",
    summary: "One delivery",
    scope: "deliveries:read",
    input: z.object({ deliveryId: Id }),
    answer: Delivery,
    read: (ctx, { deliveryId }) => getDelivery(ctx, deliveryId),
  }),
];
