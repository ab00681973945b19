import type { Metadata } from "next";
import { z } from "zod";
import { FilterSelect } from "#components/records/filter-select";
import { OpenedSheet } from "#components/records/opened-sheet";
import { PagedList } from "#components/records/paged-list";
import { peopleOptions } from "#components/records/people-options";
import { QuestionList } from "#components/records/question-list";
import { QuestionSheet } from "#components/records/question-sheet";
import { RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { Segmented } from "#components/ui/segmented";
import { addressOf } from "#lib/format/address";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { countQuestions, getQuestion, listQuestions } from "#lib/questions/queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";
import { answer } from "./verbs";

export const metadata: Metadata = { title: "Questions" };

const Address = z.object({
  show: z.enum(["open", "answered"]).catch("open"),
  who: AddressWord,
  open: AddressWord,
  cursor: AddressWord,
});

export default async function QuestionsPage({ searchParams }: PageProps<"/questions">) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { show, who, open, cursor } = Address.parse(await searchParams);
  const me = ctx.actor.id;
  const whose = { deciderId: who === "me" ? me : who };
  const [calendar, list, opened, openCount, people] = await Promise.all([
    getCalendar(ctx),
    unlessRefused(listQuestions(ctx, { ...whose, state: show, cursor })),
    open ? unlessRefused(getQuestion(ctx, open)) : null,
    countQuestions(ctx, whose),
    listRoster(ctx),
  ]);
  const filters = { show: show === "open" ? null : show, who };
  const closeHref = addressOf("/questions", { ...filters, cursor });
  return (
    <>
      <TopBar title="Questions" newSource={stores} />
      <Live on={["question.", "draft.approved", "draft.reopened"]} since={await newestEvent()} />
      <RecordFrame
        filters={
          <>
            <Segmented
              label="Which questions"
              value={show}
              segments={[
                { value: "open", label: "Open", count: openCount },
                { value: "answered", label: "Answered" },
              ]}
              hrefOf={(value) => addressOf("/questions", { who, show: value === "open" ? null : value })}
            />
            <FilterSelect
              label="Who decides"
              name="who"
              icon="user"
              value={who ?? ""}
              options={peopleOptions(people, me, { anyone: "Anyone decides", me: "I decide" })}
              path="/questions"
              keep={filters}
            />
          </>
        }
        sheet={
          <OpenedSheet label="Open question" opened={opened} closeHref={closeHref}>
            {(question) => (
              <QuestionSheet
                question={question}
                closeHref={closeHref}
                me={me}
                answer={answer}
                calendar={calendar}
              />
            )}
          </OpenedSheet>
        }
      >
        <PagedList
          list={list}
          path="/questions"
          filters={filters}
          cursor={cursor}
          empty={<NoQuestions show={show} narrowed={Boolean(who)} />}
        >
          {(rows) => (
            <QuestionList
              questions={rows}
              keep={{ ...filters, cursor }}
              openId={open}
              me={me}
              calendar={calendar}
            />
          )}
        </PagedList>
      </RecordFrame>
    </>
  );
}

function NoQuestions({ show, narrowed }: { show: "open" | "answered"; narrowed: boolean }) {
  return (
    <EmptyState
      title={show === "open" ? "No open questions" : "No question is answered yet"}
      actions={narrowed && <LinkButton href="/questions">Show everybody’s</LinkButton>}
    >
      {show === "open"
        ? "What stayed open in a meeting appears here when its draft is approved, with who decides."
        : "An answer is written in the open question, and stays here with who gave it."}
    </EmptyState>
  );
}
