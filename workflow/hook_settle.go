package workflow

import (
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/riverqueue/river"

	"ahq/models"
)

// hopeless is how long nothing arrives until a hook is switched off.
const hopeless = 3 * 24 * time.Hour

// settle writes down what came of an attempt, and has the next one made.
func (w *Workflow) settle(ctx context.Context, d models.Delivery) error {
	d, err := perform(ctx, w, Itself(), "settle-delivery", given{d.ID, d.Attempts}, func(t *turn) (models.Delivery, error) {
		d := d
		h, err := t.LockHook(ctx, t.by.Scope(), d.HookID)
		if err != nil {
			return d, err
		}
		if d.Failed == "" {
			d.DeliveredAt, h.FailingSince = &t.now, nil
		} else if err := t.fails(ctx, &h, d); err != nil {
			return d, err
		}
		if d.Failed == "" || h.OffAt != nil || d.Event == models.HookTest {
			d.NextAt = nil
		}
		if err := t.MarkHook(ctx, h); err != nil {
			return d, err
		}
		return d, t.MarkDelivery(ctx, d)
	})
	if err != nil || d.NextAt == nil {
		return err
	}
	return river.JobSnooze(max(d.NextAt.Sub(w.Now()), 0))
}

// fails counts a failure of a hook. After days of nothing else it is switched
// off, and its keepers are told.
func (t *turn) fails(ctx context.Context, h *models.Hook, d models.Delivery) error {
	if h.OffAt != nil || d.Event == models.HookTest {
		return nil
	}
	if h.FailingSince == nil {
		h.FailingSince = d.TriedAt
	}
	gone := d.Status == http.StatusGone
	if !gone && t.now.Sub(*h.FailingSince) < hopeless {
		return nil
	}
	h.OffAt, h.OffWhy = &t.now, d.Failed
	return t.tellKeepers(ctx, *h)
}

// tellKeepers of a hook that it was switched off. Who both coordinates and
// administrates is told once.
func (t *turn) tellKeepers(ctx context.Context, h models.Hook) error {
	people, err := t.keepers(ctx, h)
	if err != nil {
		return err
	}
	all := make([]addressed, len(people))
	for i, p := range people {
		all[i] = addressed{letter{
			id: letterHookOff, key: string(letterHookOff) + "/" + string(h.ID) + "/" + t.now.Format(time.RFC3339), path: "/hooks/" + string(h.ID),
			values: with{"Name": h.Name, "Since": isoDay(Day(*h.FailingSince)), "Why": h.OffWhy},
		}, p}
	}
	_, err = t.post(ctx, all)
	return err
}

// keepers of a hook who can sign in: the coordinators of its NCP, and the
// administrators.
func (t *turn) keepers(ctx context.Context, h models.Hook) ([]models.Person, error) {
	everybody, err := t.Persons(ctx)
	if err != nil {
		return nil, err
	}
	administrators := slices.DeleteFunc(everybody, func(p models.Person) bool { return !p.Administrator || p.BlockedAt != nil })
	coordinators, err := t.Coordinators(ctx, h.NCP)
	return append(administrators, coordinators...), err
}
