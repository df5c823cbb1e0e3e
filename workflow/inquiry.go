package workflow

import (
	"context"
	"strings"

	"ahq/models"
)

// Ask puts a question about the AHQ to its requester, in the name of an NCP.
func (w *Workflow) Ask(ctx context.Context, by Actor, id models.AHQID, ncp, question string) (models.Inquiry, error) {
	return perform(ctx, w, by, Ask, given{id, ncp, question}, func(t *turn) (q models.Inquiry, err error) {
		a, err := t.shareAHQ(ctx, id, Ask)
		if err != nil {
			return q, err
		}
		if err := t.by.may(Ask, t.by.partsInNCP(ncp)); err != nil {
			return q, err
		}
		if a.State != models.Open {
			return q, refuse(Ask, "questions can be asked while an AHQ is open; %s", stands[string(a.State)])
		}
		if question, err = said("/question", question); err != nil {
			return q, err
		}
		q = models.Inquiry{ID: models.NewID[models.InquiryID](), AHQID: id, NCP: ncp, Question: question, AskedAt: t.now}
		if err := t.CreateInquiry(ctx, q); err != nil {
			return q, err
		}
		if err := t.record(ctx, string(id), Ask, models.EventData{NCP: ncp, Subject: string(q.ID)}); err != nil {
			return q, err
		}
		l := ofAHQ(letterAsked, a, with{"NCP": t.called(ctx, ncp), "Question": question})
		l.ncp = ncp
		return q, t.tellRequesters(ctx, a, l)
	})
}

// AnswerInquiry answers a question, to all.
func (w *Workflow) AnswerInquiry(ctx context.Context, by Actor, id models.InquiryID, answer string) (models.Inquiry, error) {
	return perform(ctx, w, by, AnswerInquiry, given{id, answer}, func(t *turn) (models.Inquiry, error) {
		q, err := t.Inquiry(ctx, t.by.Scope(), id)
		if err != nil {
			return q, err
		}
		a, err := t.lockAHQ(ctx, q.AHQID, AnswerInquiry)
		if err != nil {
			return q, err
		}
		if q, err = t.Inquiry(ctx, t.by.Scope(), id); err != nil {
			return q, err
		}
		if q.AnsweredAt != nil {
			return q, refuse(AnswerInquiry, "this question was answered on %s: all have read it. Issue a corrigendum if the answer was wrong", longDay(Day(*q.AnsweredAt)))
		}
		if q.Answer, err = said("/answer", answer); err != nil {
			return q, err
		}
		q.AnsweredAt = &t.now
		if err := t.SaveInquiry(ctx, q); err != nil {
			return q, err
		}
		if err := t.record(ctx, string(a.ID), AnswerInquiry, models.EventData{NCP: q.NCP, Subject: string(q.ID)}); err != nil {
			return q, err
		}
		return q, t.tellAll(ctx, a, ofAHQ(letterAnswered, a, with{"NCP": t.called(ctx, q.NCP), "Question": q.Question, "Answer": q.Answer}))
	})
}

// longestWords is how much can be said in a question, an answer to it, or a
// reason, in bytes.
const longestWords = 20_000

// said is a text that must say something.
func said(pointer, text string) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", invalid(pointer, "write something here")
	}
	if len(text) > longestWords {
		return "", invalid(pointer, "this is too long: %d characters at most", longestWords)
	}
	return normal(pointer, text)
}
