import { roll } from "#bench/company/sql";

/** What each run cost, one call of five hundred at a price nobody knows, and the log of it all in the order of time. */
export function writeCallsAndLog(): string[] {
  const line = (
    kind: string,
    subject: string,
    at: string,
    from: string,
    extra = "null, null",
    data = "'{}'::jsonb",
  ) =>
    `select ${at} as at, '${kind}' as kind, ${subject} as subject_id, ${extra}, ${data} as data from ${from}`;
  const byUser = (id: string, source: string, draft: string) =>
    `${id} as actor_id, ${source} as source_id, ${draft} as draft_id`;
  const lines = [
    line(
      "source.stored",
      "id",
      "created_at",
      "sources",
      byUser("author_id", "id", "null::text"),
      `jsonb_build_object('workflow', workflow, 'visibility', visibility, 'via', 'paste')`,
    ),
    line(
      "run.done",
      "id",
      "ended_at",
      "runs",
      byUser("null::text", "null::text", "draft_id"),
      "jsonb_build_object('draftId', draft_id)",
    ),
    line(
      "draft.proposed",
      "id",
      "created_at",
      "drafts",
      byUser("null::text", "null::text", "id"),
      `'{"revision":1}'::jsonb`,
    ),
    line(
      "draft.approved",
      "id",
      "decided_at",
      "drafts where state = 'approved'",
      byUser("decided_by", "null::text", "id"),
      `'{"revision":1,"records":0,"deliveries":0}'::jsonb`,
    ),
    line(
      "draft.rejected",
      "id",
      "decided_at",
      "drafts where state = 'rejected'",
      byUser("decided_by", "null::text", "id"),
      `'{"revision":1}'::jsonb`,
    ),
    line(
      "action.completed",
      "id",
      "closed_at",
      "actions where state = 'done'",
      byUser("closed_by", "null::text", "draft_id"),
    ),
    line(
      "delivery.sent",
      "id",
      "ended_at",
      "deliveries where state = 'sent'",
      byUser("null::text", "null::text", "draft_id"),
      `'{"attempt":1}'::jsonb`,
    ),
  ];
  return [
    `insert into model_calls (id, run_id, attempt, model, host, outcome, stop_reason, usage, cost_micros, price_note, started_at, ended_at)
      select 'cal' || substr(id, 4), id, 1, model, host, 'answered', 'end_turn', jsonb_build_object('input_tokens', 1500 + ${roll("in", "id")} * 4, 'output_tokens', 200 + ${roll("out", "id")}),
        case when ${roll("price", "id")} >= 2 then 3000 + ${roll("in", "id")} * 9 end, case when ${roll("price", "id")} < 2 then 'unknown' end, started_at, ended_at
      from runs where writer = 'claude'`,
    `insert into events (at, kind, actor_kind, actor_id, subject_id, source_id, draft_id, data)
      select at, kind, case when actor_id is null then 'system' else 'user' end, actor_id, subject_id, source_id, draft_id, data
      from (${lines.join("\n      union all ")}) as lines order by at`,
  ];
}
