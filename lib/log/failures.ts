/** Why a run came to nothing, in words; a kind that is not known is told as it is. */
export function failure(kind: string): string {
  return FAILURES[kind] ?? kind.replaceAll("_", " ");
}

const FAILURES: Record<string, string> = {
  refusal: "the model declined",
  truncated: "the model ran out of room",
  malformed: "the answer could not be read",
  rate_limited: "too many requests at once",
  overloaded: "the model’s host was overloaded",
  server_error: "an error at the model’s host",
  timeout: "no answer in time",
  cut: "the connection broke",
  spend_limit: "the spend limit is used up",
  budget: "the workflow’s budget is used up",
  bad_key: "the key was not accepted",
  bad_request: "the request was refused as invalid",
  cancelled: "it was stopped",
  unreachable: "the model’s host could not be reached",
  interrupted: "its worker stopped several times",
  internal: "an error in Countersign",
  decided: "the draft was decided meanwhile",
};
