package workflow

import (
	"context"
	"fmt"

	"ahq/models"
)

// tellOf a version that was handed in: the requesters that it has come, the NCP
// that it has arrived.
func (t *turn) tellOf(ctx context.Context, a models.AHQ, r models.Response, v models.Version) error {
	day, err := t.replyBy(ctx, a, r.NCP)
	if err != nil {
		return err
	}
	values := with{"NCP": t.called(ctx, r.NCP), "Version": v.Number, "Day": isoDay(day), "Warnings": v.Warnings, "Late": v.Late}
	if err := t.thank(ctx, a, r, v, values); err != nil {
		return err
	}
	id := letterSubmitted
	if v.Late {
		id = letterSubmittedLate
		editions, err := t.Compilations(ctx, models.Scope{Unlimited: true}, a.ID)
		if err != nil {
			return err
		}
		values["Compiled"] = len(editions) > 0
	}
	return t.tellRequesters(ctx, a, ofResponse(id, a, r, values))
}

// thank the coordinators of the NCP, whoever of them or for them handed it in,
// with what the receipt says.
func (t *turn) thank(ctx context.Context, a models.AHQ, r models.Response, v models.Version, values with) error {
	values["At"], values["Hash"] = v.SubmittedAt.In(brussels).Format("2 January 2006, 15:04:05"), v.Hash
	values["Wider"] = v.Wider
	l := ofResponse(letterReceipt, a, r, values)
	l.key += "/" + v.Hash
	l.path += fmt.Sprintf("/versions/%d", v.Number)
	return t.write(ctx, []string{r.NCP}, l)
}
