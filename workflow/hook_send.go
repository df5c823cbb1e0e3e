package workflow

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/riverqueue/river"

	"ahq/models"
)

// A HookPost is what is sent to a receiver.
type HookPost struct {
	URL    string
	Header map[string]string
	Body   string
}

// A HookAnswer is what a receiver says to it.
type HookAnswer struct {
	Status int
	Text   string // how it begins
}

// retries are how long after each attempt the next one is made, as Standard
// Webhooks proposes: all in all three days.
var retries = []time.Duration{
	5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour,
	10 * time.Hour, 14 * time.Hour, 20 * time.Hour, 24 * time.Hour,
}

// longestAnswer is how much of an answer is kept, in bytes.
const longestAnswer = 500

// deliverArgs: send one delivery.
type deliverArgs struct {
	Delivery models.DeliveryID `json:"delivery"`
	After    int               `json:"after"` // attempts, when somebody asked for it once more
}

// Kind names the job in the queue.
func (deliverArgs) Kind() string { return "deliver" }

// InsertOpts: a delivery waits in the queue once.
func (deliverArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

// nextTry is when something is tried again that was tried so often; nil: never.
func nextTry(attempts int, now time.Time) *time.Time {
	if attempts > len(retries) {
		return nil
	}
	at := now.Add(retries[attempts-1])
	return &at
}

// sendDelivery makes one attempt. It is counted before it is made: after a crash
// the next one comes when it is due, and a receiver that had got it knows it by
// its id.
func (w *Workflow) sendDelivery(ctx context.Context, a deliverArgs) error {
	d, h, err := w.delivery(ctx, a.Delivery)
	if err != nil || d.NextAt == nil {
		return err
	}
	if wait := d.NextAt.Sub(w.Now()); wait > 0 {
		return river.JobSnooze(wait)
	}
	if h.OffAt != nil && d.Event != models.HookTest {
		d.Failed = "the webhook was off"
		return w.settle(ctx, d)
	}
	if w.Post == nil {
		return river.JobSnooze(time.Minute)
	}
	now := w.Now()
	d.Attempts, d.TriedAt, d.NextAt = d.Attempts+1, &now, nextTry(d.Attempts+1, now)
	err = w.Store.Tx(ctx, func(tx *models.Tx) error { return tx.ClaimDelivery(ctx, d) })
	if errors.Is(err, models.ErrStale) {
		return nil // somebody else makes it
	}
	if err != nil {
		return err
	}
	d.Status, d.Answer, d.Failed = w.attempt(ctx, h, d)
	return w.settle(ctx, d)
}

func (w *Workflow) delivery(ctx context.Context, id models.DeliveryID) (d models.Delivery, h models.Hook, err error) {
	all := models.Scope{Unlimited: true}
	if d, err = w.Store.Delivery(ctx, all, id); err != nil {
		return d, h, err
	}
	h, err = w.Store.Hook(ctx, all, d.HookID)
	return d, h, err
}

// attempt sends it, and says what came of it; failed is "" when it arrived.
func (w *Workflow) attempt(ctx context.Context, h models.Hook, d models.Delivery) (status int, answer, failed string) {
	header, err := signed(h, d, w.Now())
	if err != nil {
		return 0, "", err.Error()
	}
	got, err := w.Post(ctx, HookPost{URL: h.URL, Header: header, Body: d.Payload})
	if err != nil {
		return 0, "", keptAnswer(err.Error())
	}
	return got.Status, keptAnswer(got.Text), refusal(got.Status)
}

// refusal is what a status says of why something did not arrive.
func refusal(status int) string {
	switch {
	case status >= 200 && status < 300:
		return ""
	case status >= 300 && status < 400:
		return fmt.Sprintf("the receiver answered %d and wants it sent elsewhere: register the new address", status)
	case status == http.StatusGone:
		return "the receiver answered 410: it wants nothing any more"
	default:
		return fmt.Sprintf("the receiver answered %d", status)
	}
}

// keptAnswer is the beginning of a text that a stranger wrote, as a database
// keeps it.
func keptAnswer(text string) string {
	if len(text) > longestAnswer {
		text = text[:longestAnswer]
	}
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
}
