package workflow

import (
	"context"

	"ahq/forms"
	"ahq/models"
)

// Submit hands a draft in. The version it freezes is the receipt; a second
// submit of what was handed in already answers with that one.
func (w *Workflow) Submit(ctx context.Context, by Actor, id models.ResponseID, wider models.Wider) (models.Version, error) {
	var v models.Version
	number, err := perform(ctx, w, by, Submit, given{id, wider}, func(t *turn) (int, error) {
		r, a, err := t.lockResponse(ctx, id, Submit)
		if err != nil {
			return 0, err
		}
		if r.State != models.Draft {
			v, err = t.receipt(ctx, r, wider)
			return v.Number, err
		}
		if r.State, err = next(moves, r.State, Submit); err != nil {
			return 0, err
		}
		if err := t.accepted(ctx, a, r); err != nil {
			return 0, err
		}
		if v, err = t.freeze(ctx, a, r, wider); err != nil {
			return 0, err
		}
		return v.Number, t.submit(ctx, a, r, v)
	})
	if err != nil || v.Number == number {
		return v, err
	}
	return w.Store.Version(ctx, by.Scope(), id, number) // of the first time
}

// receipt of what was handed in already, unless now something else is meant.
func (t *turn) receipt(ctx context.Context, r models.Response, wider models.Wider) (models.Version, error) {
	if wider != r.Wider {
		return models.Version{}, refuse(Submit, "this was submitted with wider dissemination %q: to choose otherwise, take it back first; %s", r.Wider, stands[string(r.State)])
	}
	return t.Version(ctx, t.by.Scope(), r.ID, r.InForce)
}

// accepted says why an answer is not accepted any more.
func (t *turn) accepted(ctx context.Context, a models.AHQ, r models.Response) error {
	again := r.ReturnedAt != nil || r.AmendedWhy != ""
	if a.State == models.Open || a.State == models.Closed && again {
		return nil
	}
	return t.firstRefused(ctx, a, Submit)
}

// firstRefused says that a first answer comes too late, and whom to ask.
func (t *turn) firstRefused(ctx context.Context, a models.AHQ, act Act) error {
	switch {
	case a.State == models.Cancelled:
		return refuse(act, "this AHQ was cancelled: there is nothing to answer any more")
	case a.ClosedAt == nil:
		return refuse(act, "this AHQ is not open: %s", stands[string(a.State)])
	default:
		return refuse(act, "this AHQ was closed on %s. A first answer is no longer accepted; ask the requester (%s) to reopen it",
			longDay(Day(*a.ClosedAt)), t.called(ctx, lead(a)))
	}
}

// freeze makes the version that a draft would be, if it has no errors.
func (t *turn) freeze(ctx context.Context, a models.AHQ, r models.Response, wider models.Wider) (v models.Version, err error) {
	d, err := t.DraftOf(ctx, t.by.Scope(), r)
	if err != nil {
		return v, err
	}
	form, err := forms.Compile(a.Questionnaire)
	if err != nil {
		return v, err
	}
	content := Content(a, d)
	content.On = Day(t.now)
	report := form.Check(content, forms.Asked{NCP: r.NCP, On: t.now.In(brussels)})
	if err := append(report.Problems, chosen(wider)...).Err(); err != nil {
		return v, err
	}
	day, err := t.replyBy(ctx, a, r.NCP)
	if err != nil {
		return v, err
	}
	v = models.Version{
		ResponseID: r.ID, Number: r.Delivered + 1, Content: content, Organisations: r.Organisations, Wider: wider == models.WiderYes,
		Late: a.State == models.Closed || late(t.now, day), Entered: r.Entered,
		SubmittedAt: t.now, SubmittedBy: t.by.Person.ID,
		Questionnaire: a.Questionnaire.Hash(), Warnings: len(report.Problems.Of(forms.Warning)),
	}
	v.Hash, err = seal(reference(a), v)
	return v, err
}

// chosen is the problem of a wider dissemination that nobody chose.
func chosen(wider models.Wider) forms.Problems {
	if wider == models.WiderYes || wider == models.WiderNo {
		return nil
	}
	return forms.Problems{{
		At: "wider", Pointer: "/wider", Cell: "wider", Rule: forms.Required, Severity: forms.Error,
		Text: "choose whether your answer may be disseminated beyond the network: yes or no",
	}}
}

// replyBy is the day that holds for an NCP.
func (t *turn) replyBy(ctx context.Context, a models.AHQ, ncp string) (string, error) {
	x, err := t.Addressee(ctx, models.Scope{Unlimited: true}, a.ID, ncp)
	return a.Due(x), err
}

// submit puts a version in force and clears every mark that was waiting for it.
func (t *turn) submit(ctx context.Context, a models.AHQ, r models.Response, v models.Version) error {
	if err := t.CreateVersion(ctx, v); err != nil {
		return err
	}
	if r.ReturnedAt != nil {
		if err := t.ClearLookAgain(ctx, r.ID); err != nil {
			return err
		}
	}
	r.Delivered, r.InForce, r.Late, r.SubmittedAt = v.Number, v.Number, v.Late, &t.now
	r.Wider = models.WiderNo
	if v.Wider {
		r.Wider = models.WiderYes
	}
	r.DeclinedAt, r.DeclinedWord = nil, ""
	r.ReturnedAt, r.ReturnedWhy, r.AmendedWhy = nil, "", ""
	told := models.EventData{Number: v.Number, Late: v.Late, Wider: r.Wider, Subject: v.Hash}
	if err := t.moveResponse(ctx, &r, Submit, told); err != nil {
		return err
	}
	if err := t.hearOfResponse(ctx, models.ResponseSubmitted, a, r); err != nil {
		return err
	}
	return t.tellOf(ctx, a, r, v)
}

func ifLate(v models.Version) string {
	if v.Late {
		return ", late"
	}
	return ""
}

// lead is the code of who launched an AHQ.
func lead(a models.AHQ) string {
	for _, r := range a.Requesters {
		if r.Lead {
			return r.NCP
		}
	}
	return ""
}
