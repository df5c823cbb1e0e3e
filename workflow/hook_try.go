package workflow

import (
	"context"

	"ahq/models"
)

// TestHook sends something to a hook that says that it is a test: whether it
// arrives stands in its list of deliveries. One that is off can be tested too.
func (w *Workflow) TestHook(ctx context.Context, by Actor, id models.HookID) error {
	_, err := perform(ctx, w, by, "test-hook", given{id}, func(t *turn) (none struct{}, err error) {
		h, err := t.keptHook(ctx, id)
		if err != nil {
			return none, err
		}
		return none, t.deliver(ctx, h, happening{event: models.HookTest, data: hookData{Links: t.flow.hookLinks("hooks", string(id))}})
	})
	return err
}

// SendDeliveryAgain tells a hook the same once more, now: under the same id, so
// that a receiver that has it already knows.
func (w *Workflow) SendDeliveryAgain(ctx context.Context, by Actor, hook models.HookID, id models.DeliveryID) (models.Delivery, error) {
	return perform(ctx, w, by, "send-delivery-again", given{hook, id}, func(t *turn) (d models.Delivery, err error) {
		h, err := t.keptHook(ctx, hook)
		if err != nil {
			return d, err
		}
		if d, err = t.Delivery(ctx, t.by.Scope(), id); err != nil {
			return d, err
		}
		if d.HookID != h.ID {
			return d, models.ErrNotFound
		}
		if h.OffAt != nil && d.Event != models.HookTest {
			return d, refuse("send-delivery-again", "this webhook is off: switch it on first")
		}
		d.NextAt, d.DeliveredAt = &t.now, nil
		if err := t.MarkDelivery(ctx, d); err != nil {
			return d, err
		}
		return d, t.enqueue(ctx, deliverArgs{Delivery: d.ID, After: d.Attempts})
	})
}
