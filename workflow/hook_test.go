package workflow

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/riverqueue/river"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"ahq/models"
	"ahq/models/modelstest"
)

// A receiver answers what it is told to, and keeps what it got.
type receiver struct {
	answer HookAnswer
	err    error
	got    []HookPost
}

func (r *receiver) post(_ context.Context, p HookPost) (HookAnswer, error) {
	r.got = append(r.got, p)
	return r.answer, r.err
}

// hooked is a world with a receiver that takes everything.
func hooked(t testing.TB, store *models.Store) (*world, *receiver) {
	w, r := newWorld(t, store), &receiver{answer: HookAnswer{Status: 204}}
	w.Post = r.post
	return w, r
}

// hook is one that listens to everything, kept by somebody, for an NCP or for all.
func (w *world) hook(who, ncp string) (models.Hook, string) {
	w.t.Helper()
	h, secret, err := w.CreateHook(w.ctx, w.as(who), HookForm{NCP: ncp, Name: "of " + who, URL: "https://receiver.example/" + ncp, Events: HookEvents()})
	w.must(err)
	return h, secret
}

// deliveries of a hook.
func (w *world) deliveries(h models.Hook) []models.Delivery {
	w.t.Helper()
	all, err := w.Store.Deliveries(w.ctx, everything, h.ID, 100)
	w.must(err)
	return all
}

// heard is what a hook was told of an event, as the ledger has it now.
func (w *world) heard(h models.Hook, event models.HookEvent) models.Delivery {
	w.t.Helper()
	all := w.deliveries(h)
	i := slices.IndexFunc(all, func(d models.Delivery) bool { return d.Event == event })
	if i < 0 {
		w.t.Fatalf("of %s it was not told, only of %v", event, events(all))
	}
	return all[i]
}

// try makes the attempt that is due, as the job does.
func (w *world) try(d models.Delivery) time.Duration {
	w.t.Helper()
	err := w.sendDelivery(w.ctx, deliverArgs{Delivery: d.ID})
	if snoozed, ok := errors.AsType[*river.JobSnoozeError](err); ok {
		return snoozed.Duration
	}
	w.must(err)
	return 0
}

func TestHooksHearWhatConcernsThem(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w, _ := hooked(t, store)
		hooks := map[string]models.Hook{}
		for ncp, who := range map[string]string{"": "administrator", "NO": "NO coordinator", "BE": "BE coordinator", "DE": "DE coordinator", "HR": "HR coordinator"} {
			hooks[ncp], _ = w.hook(who, ncp)
		}
		a := w.issued()
		w.submitted(a, "BE", models.WiderNo)
		_, err := w.Return(w.ctx, w.as("NO coordinator"), w.of(a, "BE").ID, "A secret reason.", nil)
		w.must(err)
		_, err = w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		_, err = w.Compile(w.ctx, w.as("NO coordinator"), a.ID, models.Internal, "")
		w.must(err)
		all := "ahq.issued ahq.closed edition.made response.submitted response.returned"
		for ncp, want := range map[string]string{"": all, "NO": all, "BE": all, "DE": "ahq.issued ahq.closed edition.made", "HR": ""} {
			heard := w.deliveries(hooks[ncp])
			if !sameWords(events(heard), want) {
				t.Errorf("the hook of %q heard %v, not %s", ncp, events(heard), want)
			}
			for _, d := range heard {
				if strings.Contains(d.Payload, "secret") || strings.Contains(d.Payload, "sample answer") || strings.Contains(d.Payload, a.Topic) {
					t.Errorf("%s says more than that it happened: %s", d.Event, d.Payload)
				}
			}
		}
	})
}

func events(heard []models.Delivery) (names []string) {
	for _, d := range heard {
		names = append(names, string(d.Event))
	}
	return names
}

func sameWords(a []string, b string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(strings.Fields(b))))
}

func TestAPayloadSaysWhereItStands(t *testing.T) {
	t.Parallel()
	w, _ := hooked(t, modelstest.Open(t))
	h, _ := w.hook("administrator", "")
	a := w.issued()
	w.submitted(a, "BE", models.WiderYes)
	d := w.heard(h, models.ResponseSubmitted)
	var got hookPayload
	w.must(json.Unmarshal([]byte(d.Payload), &got, json.RejectUnknownMembers(true)))
	r := w.of(a, "BE")
	want := hookPayload{d.ID, models.ResponseSubmitted, w.clock.now(), hookData{
		AHQ: "2016.1", NCP: "BE", State: "submitted",
		Links: hookLinks{"https://ahq.example/responses/" + string(r.ID), "https://ahq.example/api/v1/responses/" + string(r.ID)},
	}}
	if got != want {
		t.Errorf("it says %+v, not %+v", got, want)
	}
}

func TestWhatAHookDoesNotListenToItDoesNotHear(t *testing.T) {
	t.Parallel()
	w, _ := hooked(t, modelstest.Open(t))
	h, _ := w.hook("administrator", "")
	_, err := w.ChangeHook(w.ctx, w.as("administrator"), h.ID, h.Version, HookForm{Name: "closings", URL: h.URL, Events: []models.HookEvent{models.AHQClosed}})
	w.must(err)
	off, _ := w.hook("administrator", "")
	_, err = w.SwitchHook(w.ctx, w.as("administrator"), off.ID, false)
	w.must(err)
	w.issued()
	if n := len(w.deliveries(h)) + len(w.deliveries(off)); n != 0 {
		t.Errorf("they heard %d things", n)
	}
}

func TestAHookHearsThatAnAHQCloses(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w, _ := hooked(t, store)
		h, _ := w.hook("administrator", "")
		a := w.issued(func(f *AHQForm) { f.ClosesOn = "2017-01-30" })
		w.clock.set(t, "2017-01-31 00:00")
		w.must(w.closeOver(w.ctx, closeArgs{}))
		if got := events(w.deliveries(h)); !sameWords(got, "ahq.issued ahq.closed") {
			t.Errorf("of one that closes by itself it hears %v", got)
		}
		_, err := w.Reopen(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		_, err = w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		if got := events(w.deliveries(h)); !sameWords(got, "ahq.issued ahq.closed ahq.closed") {
			t.Errorf("of one that somebody closes it hears %v", got)
		}
	})
}

func TestWhatFailsTellsNoHook(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w, _ := hooked(t, store)
		h, _ := w.hook("administrator", "")
		a := w.issued()
		err := store.Tx(w.ctx, func(tx *models.Tx) error {
			turn := &turn{Tx: tx, flow: w.Workflow, by: Itself(), now: w.Now()}
			return errors.Join(turn.hearOfAHQ(w.ctx, models.AHQClosed, a), ErrForbidden)
		})
		w.expect(err, "you may not do this")
		if got := events(w.deliveries(h)); !sameWords(got, "ahq.issued") {
			t.Errorf("it hears %v", got)
		}
	})
}

func TestAReceiverCanCheckWhatItGets(t *testing.T) {
	t.Parallel()
	w, r := hooked(t, modelstest.Open(t))
	admin := w.as("administrator")
	h, first := w.hook("administrator", "")
	w.issued()
	d := w.heard(h, models.AHQIssued)
	checks := func(secret string) bool {
		verifies, err := standardwebhooks.NewWebhook(secret)
		w.must(err)
		header := http.Header{}
		for name, value := range r.got[len(r.got)-1].Header {
			header.Set(name, value)
		}
		return verifies.VerifyIgnoringTimestamp([]byte(d.Payload), header) == nil
	}
	w.try(d)
	if !checks(first) || checks(newHookSecret()) {
		t.Error("the signature is not that of the secret")
	}
	_, second, err := w.RotateHookSecret(w.ctx, admin, h.ID)
	w.must(err)
	for _, c := range []struct {
		what          string
		passes        time.Duration
		first, second bool
	}{
		{"at once", 0, true, true},
		{"within the day", rotating - time.Second, true, true},
		{"after it", time.Second, false, true},
	} {
		w.clock.pass(c.passes)
		d, err = w.SendDeliveryAgain(w.ctx, admin, h.ID, d.ID)
		w.must(err)
		w.try(d)
		if checks(first) != c.first || checks(second) != c.second {
			t.Errorf("%s: the old one signs: %v, the new one: %v", c.what, checks(first), checks(second))
		}
		if id := r.got[len(r.got)-1].Header["webhook-id"]; id != string(d.ID) {
			t.Errorf("%s: it is called %s", c.what, id)
		}
	}
}

// The vector is that of the scheme's own libraries.
func TestSignaturesAreThoseOfStandardWebhooks(t *testing.T) {
	h := models.Hook{Secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}
	d := models.Delivery{ID: "msg_p5jXN8AQM9LWM0D4loKWxJek", Payload: `{"test": 2432232314}`}
	got, err := signed(h, d, time.Unix(1614265330, 0))
	if want := "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; err != nil || got["webhook-signature"] != want || got["webhook-timestamp"] != "1614265330" {
		t.Errorf("it is %v, %v", got, err)
	}
}

func TestWhatDoesNotArriveIsTriedForThreeDays(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w, r := hooked(t, store)
		h, _ := w.hook("BE coordinator", "BE")
		w.issued()
		d := w.heard(h, models.AHQIssued)
		r.answer = HookAnswer{Status: 500, Text: strings.Repeat("a", 499) + "é\x00"}
		for i, want := range retries {
			if got := w.try(d); got != want {
				t.Fatalf("after attempt %d it waits %s, not %s", i+1, got, want)
			}
			if early := w.try(d); early != want || len(r.got) != i+1 {
				t.Fatalf("too early it was tried %d times, and waits %s", len(r.got), early)
			}
			w.clock.pass(want)
		}
		if h := w.stored(h); h.OffAt != nil || h.FailingSince == nil {
			t.Errorf("before the last attempt it is %+v", h)
		}
		before := len(w.everyLetter())
		if again := w.try(d); again != 0 || w.try(d) != 0 || len(r.got) != len(retries)+1 {
			t.Errorf("it was tried %d times, and waits %s", len(r.got), again)
		}
		d = w.heard(h, models.AHQIssued)
		if d.Attempts != len(retries)+1 || d.NextAt != nil || d.Status != 500 || d.Failed != "the receiver answered 500" || d.Answer != strings.Repeat("a", 499)+"\uFFFD" {
			t.Errorf("the ledger says %+v", d)
		}
		if h := w.stored(h); h.OffAt == nil || h.OffWhy != "the receiver answered 500" {
			t.Errorf("afterwards it is %+v", h)
		}
		var told []string
		for _, m := range w.everyLetter()[before:] {
			told = append(told, m.Address)
			if m.Subject != "The webhook “of BE coordinator” was switched off" || !strings.Contains(m.Body, "since 16 December 2016") || m.Path != "/hooks/"+string(h.ID) {
				t.Errorf("the letter says %s\n%s", m.Subject, m.Body)
			}
		}
		if !sameWords(told, "administrator@ahq.example be.coordinator@ahq.example") {
			t.Errorf("told were %v", told)
		}
	})
}

// everyLetter is all that were written, the oldest first.
func (w *world) everyLetter() []models.Message {
	w.t.Helper()
	all, err := w.Store.Messages(w.ctx, 1000)
	w.must(err)
	slices.Reverse(all)
	return all
}

// stored is a hook as it is now.
func (w *world) stored(h models.Hook) models.Hook {
	w.t.Helper()
	h, err := w.Store.Hook(w.ctx, everything, h.ID)
	w.must(err)
	return h
}

func TestWhatComesOfAnAttempt(t *testing.T) {
	t.Parallel()
	w, r := hooked(t, modelstest.Open(t))
	admin := w.as("administrator")
	for _, c := range []struct {
		what   string
		answer HookAnswer
		err    error
		failed string
		off    bool
	}{
		{"taken", HookAnswer{Status: 200, Text: "thanks"}, nil, "", false},
		{"taken with another word", HookAnswer{Status: 299}, nil, "", false},
		{"sent elsewhere", HookAnswer{Status: 302}, nil, "the receiver answered 302 and wants it sent elsewhere: register the new address", false},
		{"too many", HookAnswer{Status: 429}, nil, "the receiver answered 429", false},
		{"wanted no more", HookAnswer{Status: 410}, nil, "the receiver answered 410: it wants nothing any more", true},
		{"no receiver", HookAnswer{}, errors.New("there is no such host"), "there is no such host", false},
	} {
		h, _ := w.hook("administrator", "")
		w.issued()
		r.answer, r.err = c.answer, c.err
		wait := w.try(w.heard(h, models.AHQIssued))
		d, is := w.heard(h, models.AHQIssued), w.stored(h)
		arrived := c.failed == ""
		if d.Failed != c.failed || d.Status != c.answer.Status || d.Answer != c.answer.Text || (d.DeliveredAt != nil) != arrived || (wait > 0) != (!arrived && !c.off) {
			t.Errorf("%s: the ledger says %+v", c.what, d)
		}
		if (is.OffAt != nil) != c.off || (is.FailingSince == nil) != arrived {
			t.Errorf("%s: the hook is %+v", c.what, is)
		}
		_, err := w.SwitchHook(w.ctx, admin, h.ID, false)
		w.must(err)
	}
}

func TestAHookThatWasOffHearsAgain(t *testing.T) {
	t.Parallel()
	w, r := hooked(t, modelstest.Open(t))
	admin := w.as("administrator")
	h, _ := w.hook("administrator", "")
	w.issued()
	h, err := w.SwitchHook(w.ctx, admin, h.ID, false)
	w.must(err)
	d := w.heard(h, models.AHQIssued)
	if w.try(d); len(r.got) != 0 || w.heard(h, models.AHQIssued).Failed != "the webhook was off" {
		t.Errorf("it was sent %d times, and the ledger says %q", len(r.got), w.heard(h, models.AHQIssued).Failed)
	}
	_, err = w.SendDeliveryAgain(w.ctx, admin, h.ID, d.ID)
	w.expect(err, "this webhook is off")
	w.must(w.TestHook(w.ctx, admin, h.ID))
	if w.try(w.heard(h, models.HookTest)); len(r.got) != 1 {
		t.Error("one that is off cannot be tested")
	}
	_, err = w.SwitchHook(w.ctx, admin, h.ID, true)
	w.must(err)
	d, err = w.SendDeliveryAgain(w.ctx, admin, h.ID, d.ID)
	w.must(err)
	if w.try(d); len(r.got) != 2 || w.heard(h, models.AHQIssued).DeliveredAt == nil {
		t.Errorf("it was sent %d times", len(r.got))
	}
}

func TestATestIsTriedOnceAndBlamesNobody(t *testing.T) {
	t.Parallel()
	w, r := hooked(t, modelstest.Open(t))
	h, _ := w.hook("administrator", "")
	w.must(w.TestHook(w.ctx, w.as("administrator"), h.ID))
	r.answer.Status = 500
	if wait := w.try(w.heard(h, models.HookTest)); wait != 0 || w.stored(h).FailingSince != nil {
		t.Errorf("it waits %s", wait)
	}
}

func TestTwoProcessesMakeOneAttempt(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w, r := hooked(t, store)
		h, _ := w.hook("administrator", "")
		w.issued()
		d := w.heard(h, models.AHQIssued)
		claimed := d
		now := w.Now()
		claimed.Attempts, claimed.TriedAt, claimed.NextAt = 1, &now, nextTry(1, now)
		for _, want := range []error{nil, models.ErrStale} {
			err := store.Tx(w.ctx, func(tx *models.Tx) error { return tx.ClaimDelivery(w.ctx, claimed) })
			if !errors.Is(err, want) {
				t.Errorf("claimed with %v, want %v", err, want)
			}
		}
		if wait := w.try(d); wait != retries[0] || len(r.got) != 0 {
			t.Errorf("beside another it waits %s and was sent %d times", wait, len(r.got))
		}
	})
}

func TestHooksAreToldByTheQueue(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w, _ := hooked(t, store)
		came := make(chan HookPost, 10)
		w.Post = func(_ context.Context, p HookPost) (HookAnswer, error) {
			came <- p
			return HookAnswer{Status: 200}, nil
		}
		w.must(w.Start(w.ctx))
		defer func() { w.must(w.Stop(context.WithoutCancel(w.ctx))) }()
		w.hook("administrator", "")
		w.issued()
		select {
		case p := <-came:
			if !strings.Contains(p.Body, `"ahq.issued"`) {
				t.Errorf("what came is %s", p.Body)
			}
		case <-time.After(30 * time.Second):
			t.Error("nothing came")
		}
	})
}
