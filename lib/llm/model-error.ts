export type ModelErrorKind =
  | "refusal"
  | "truncated"
  | "malformed"
  | "rate_limited"
  | "overloaded"
  | "server_error"
  | "timeout"
  | "cut"
  | "spend_limit"
  | "bad_key"
  | "bad_request"
  | "cancelled"
  | "unreachable";

/** What a failure is about. `detail` is the host's own explanation, where it gave one that may be shown. */
export type FailureContext = {
  host: string;
  model: string;
  /** A server of one's own bills nobody. */
  local: boolean;
  /** How long was waited, and whether an answer had begun by then. */
  waitedMs: number;
  began: boolean;
  retryAfterSeconds: number | null;
  detail: string | null;
};

type Failure = {
  /** later: the same request may succeed by itself · person: somebody has to change something first · never: it can't. */
  retry: "later" | "person" | "never";
  /** What happened, why, and what to do. */
  sentence: (about: FailureContext) => string;
};

const WAS_BILLED = " The call was billed.";
const MAY_BE_BILLED = " The call may have been billed.";

const FAILURES = {
  refusal: {
    retry: "person",
    sentence: ({ model, detail, local }) =>
      `${model} declined to write this draft.${quoted(detail)}${local ? "" : WAS_BILLED} Write it with the rules, or take the part it declined out of the source.`,
  },
  truncated: {
    retry: "person",
    sentence: ({ model, local }) =>
      `${model} ran out of room before the draft was complete, so none of it was used.${local ? "" : WAS_BILLED} Split the source in two.`,
  },
  malformed: {
    retry: "person",
    sentence: ({ model }) =>
      `${model} answered in a form that can't be read as a draft, so none of it was used. Run it again, or write it with the rules.`,
  },
  rate_limited: {
    retry: "later",
    sentence: ({ host, retryAfterSeconds }) =>
      `${host} takes no more requests for now. The source is stored. It can be tried again ${after(retryAfterSeconds)}.`,
  },
  overloaded: {
    retry: "later",
    sentence: ({ host, retryAfterSeconds }) =>
      `${host} is overloaded. The source is stored. It can be tried again ${after(retryAfterSeconds)}.`,
  },
  server_error: {
    retry: "later",
    sentence: ({ host, retryAfterSeconds }) =>
      `${host} failed with an error of its own. The source is stored. It can be tried again ${after(retryAfterSeconds)}.`,
  },
  timeout: {
    retry: "later",
    sentence: ({ host, waitedMs, began, local }) =>
      `${host} didn't ${began ? "finish" : "begin to answer"} within ${duration(waitedMs / 1000)}.${local ? "" : MAY_BE_BILLED} The source is stored. It can be tried again later.`,
  },
  cut: {
    retry: "later",
    sentence: ({ host, local }) =>
      `The connection to ${host} broke before the draft was complete, so none of it was used.${local ? "" : MAY_BE_BILLED} It can be tried again at once.`,
  },
  spend_limit: {
    retry: "person",
    sentence: ({ host }) =>
      `The spend limit or credit of the account at ${host} is used up. The source is stored. Raise the limit there, then run it again.`,
  },
  bad_key: {
    retry: "person",
    sentence: ({ host, model }) =>
      `${host} didn't accept the key for ${model}. Check ANTHROPIC_API_KEY and what the key is allowed to do, then run it again.`,
  },
  bad_request: {
    retry: "never",
    sentence: ({ host, model, detail }) =>
      `${host} refused the request to ${model} as invalid.${quoted(detail)} Repeating it can't help. Check the model and the size of the source.`,
  },
  cancelled: {
    retry: "person",
    sentence: ({ model, local }) =>
      `The run was stopped before ${model} had finished.${local ? "" : MAY_BE_BILLED} Run it again when it is wanted.`,
  },
  unreachable: {
    retry: "later",
    sentence: ({ host }) =>
      `No connection to ${host} could be made, so nothing was sent. The source is stored. Check the address and the network, or try again later.`,
  },
} satisfies Record<ModelErrorKind, Failure>;

/** A call that brought no draft. `sentence` is for the screen, `retry` for the run. */
export class ModelError extends Error {
  readonly kind: ModelErrorKind;
  readonly retry: Failure["retry"];
  readonly retryAfterSeconds: number | null;
  readonly sentence: string;
  readonly requestId: string | null;

  constructor(kind: ModelErrorKind, about: FailureContext, requestId: string | null, cause?: unknown) {
    const sentence = FAILURES[kind].sentence(about);
    super(sentence, { cause });
    this.name = "ModelError";
    this.kind = kind;
    this.retry = FAILURES[kind].retry;
    this.retryAfterSeconds = about.retryAfterSeconds;
    this.sentence = sentence;
    this.requestId = requestId;
  }
}

function quoted(detail: string | null): string {
  return detail ? ` It said: “${detail}”` : "";
}

function after(seconds: number | null): string {
  return seconds === null ? "later" : `in ${duration(seconds)}`;
}

function duration(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}
