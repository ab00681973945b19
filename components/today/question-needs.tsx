"use client";

import { NeedGroup, NeedRow } from "#components/today/need-table";
import { Day } from "#components/ui/day";
import { LinkButton } from "#components/ui/link-button";
import { TextLink } from "#components/ui/text-link";
import { addressOf } from "#lib/format/address";
import { type Day as CalendarDay, formatAge } from "#lib/format/dates";
import type { ListedQuestion } from "#lib/questions/queries";
import type { Some } from "#lib/today/queries";

const DAY_MS = 24 * 3600 * 1000;

type QuestionNeedsProps = { questions: Some<ListedQuestion>; now: number; today: CalendarDay };

/** Open questions this person decides. */
export function QuestionNeeds({ questions, now, today }: QuestionNeedsProps) {
  if (questions.count === 0) return null;
  return (
    <NeedGroup
      label="Questions you decide"
      icon="questions"
      count={questions.count}
      columns={["Asked on", "Meeting"]}
      all={
        questions.count > questions.rows.length && (
          <TextLink href={addressOf("/questions", { who: "me" })}>All</TextLink>
        )
      }
    >
      {questions.rows.map((question) => {
        const waited = now - Date.parse(question.askedAt);
        const href = addressOf("/questions", { who: "me", open: question.id });
        return (
          <NeedRow
            key={question.id}
            age={formatAge(waited > DAY_MS ? Math.floor(waited / DAY_MS) * DAY_MS : waited)}
            urgency={waited > 5 * DAY_MS ? "late" : "calm"}
            href={href}
            title={question.text}
            third={question.heldOn && <Day on={question.heldOn} today={today} />}
            fourth={question.title}
            act={
              <LinkButton href={href} tone="offer" size="sm">
                Answer
              </LinkButton>
            }
          />
        );
      })}
    </NeedGroup>
  );
}
