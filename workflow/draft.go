package workflow

import (
	"context"

	"ahq/models"
)

// What happens to a draft between moves, as its history calls it.
const (
	opened     Act = "open"
	saved      Act = "save"
	added      Act = "add"
	duplicated Act = "duplicate"
	reordered  Act = "reorder"
	deleted    Act = "delete"
	restored   Act = "restore"
	attached   Act = "attach"
	detached   Act = "detach"
	resumed    Act = "resume" // a save after a decline undoes it
)

// A draft is a response that somebody may write to, now.
type draft struct {
	ahq      models.AHQ
	response models.Response
}

// edit is a response to write into, all of it: nobody else writes meanwhile.
func (t *turn) edit(ctx context.Context, id models.ResponseID) (d draft, err error) {
	if d.response, d.ahq, err = t.lockResponse(ctx, id, Edit); err != nil {
		return d, err
	}
	if err = d.writable(); err != nil {
		return d, err
	}
	return d, t.resume(ctx, &d.response)
}

// editCells is a response to write cells into, beside others who do: nothing
// lands after a submit, and nobody waits for somebody in another cell.
func (t *turn) editCells(ctx context.Context, id models.ResponseID) (d draft, err error) {
	before, err := t.Response(ctx, t.by.Scope(), id)
	if err != nil {
		return d, err
	}
	if before.DeclinedAt != nil {
		return t.edit(ctx, id)
	}
	if d.response, err = t.ShareResponse(ctx, t.by.Scope(), id); err != nil {
		return d, err
	}
	if d.response.DeclinedAt != nil {
		return d, errAgain
	}
	if d.ahq, err = t.SeenAHQ(ctx, t.by.Scope(), d.response.AHQID); err != nil {
		return d, err
	}
	if err = t.mayIn(Edit, d.ahq, d.response); err != nil {
		return d, err
	}
	return d, d.writable()
}

// writable says why a response cannot be written to.
func (d draft) writable() error {
	if d.response.State != models.Draft {
		return refuse(Edit, "nothing can be changed now: %s", stands[string(d.response.State)])
	}
	if d.ahq.State == models.Cancelled {
		return refuse(Edit, "this AHQ was cancelled: there is nothing to answer any more")
	}
	return nil
}

// resume undoes a decline: whoever writes has something to report.
func (t *turn) resume(ctx context.Context, r *models.Response) error {
	if r.DeclinedAt == nil {
		return nil
	}
	r.DeclinedAt, r.DeclinedWord = nil, ""
	return t.moveResponse(ctx, r, resumed, models.EventData{})
}
