package workflow

import (
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// A step is something that somebody does with Belgium's response to an AHQ.
type step func(w *world, a models.AHQ) error

func noMore(*world, models.AHQ) error { return nil }

func clockAt(when string) step {
	return func(w *world, _ models.AHQ) error { w.clock.set(w.t, when); return nil }
}

func answer(text string) step {
	return func(w *world, a models.AHQ) error {
		return w.write("BE contributor", w.of(a, "BE"), "", "policy", text)
	}
}

func submit(wider models.Wider) step {
	return func(w *world, a models.AHQ) error {
		_, err := w.Submit(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID, wider)
		return err
	}
}

func withdraw(w *world, a models.AHQ) error {
	_, err := w.Withdraw(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID)
	return err
}

func giveBack(why string) step {
	return func(w *world, a models.AHQ) error {
		_, err := w.Return(w.ctx, w.as("NO coordinator"), w.of(a, "BE").ID, why, []Place{{"", "policy"}})
		return err
	}
}

func amend(why string) step {
	return func(w *world, a models.AHQ) error {
		_, err := w.Amend(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID, why)
		return err
	}
}

func decline(word string) step {
	return func(w *world, a models.AHQ) error {
		_, err := w.Decline(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID, word)
		return err
	}
}

func enterFor(w *world, a models.AHQ) error {
	_, err := w.EnterFor(w.ctx, w.as("NO coordinator"), w.of(a, "BE").ID)
	return err
}

func takeOver(w *world, a models.AHQ) error {
	_, err := w.TakeOver(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID)
	return err
}

func closing(w *world, a models.AHQ) error {
	_, err := w.Close(w.ctx, w.as("NO coordinator"), a.ID)
	return err
}

func reopen(w *world, a models.AHQ) error {
	_, err := w.Reopen(w.ctx, w.as("NO coordinator"), a.ID)
	return err
}

func cancel(w *world, a models.AHQ) error {
	_, err := w.Cancel(w.ctx, w.as("NO coordinator"), a.ID, "asked elsewhere")
	return err
}

func extend(day, ncp string) step {
	return func(w *world, a models.AHQ) error {
		_, err := w.Extend(w.ctx, w.as("NO coordinator"), a.ID, day, ncp)
		return err
	}
}

func shorten(day, ncp string) step {
	return func(w *world, a models.AHQ) error {
		_, err := w.Shorten(w.ctx, w.as("NO coordinator"), a.ID, day, ncp)
		return err
	}
}

func compile(audience models.Audience, early string) step {
	return func(w *world, a models.AHQ) error {
		_, err := w.Compile(w.ctx, w.as("NO coordinator"), a.ID, audience, early)
		return err
	}
}

func TestTheLifeOfAResponse(t *testing.T) {
	t.Parallel()
	yes, no := models.WiderYes, models.WiderNo
	delivered := []step{answer("Ours."), submit(yes)}
	compiled := after(delivered, closing, compile(models.Internal, ""))
	cases := []struct {
		name    string
		before  []step
		last    step
		refused string // words of the error; "" it is done
		then    string // what the response is then
	}{
		{"submitted in time", []step{answer("Ours.")}, submit(yes), "", "submitted, version 1 in force"},
		{"submitted on the last minute", []step{answer("Ours."), clockAt("2017-01-23 23:59")}, submit(yes), "", "submitted, version 1 in force"},
		{"submitted a minute later", []step{answer("Ours."), clockAt("2017-01-24 00:00")}, submit(yes), "", "submitted, version 1 in force, late"},
		{"submitted with nothing in it", nil, submit(yes), "the response has errors: policy", "draft"},
		{"submitted with wider not chosen", []step{answer("Ours.")}, submit(""), "the response has errors: wider", "draft"},
		{"submitted twice", delivered, submit(yes), "", "submitted, version 1 in force"},
		{"submitted twice, with another choice", delivered, submit(no), `wider dissemination "yes"`, "submitted, version 1 in force"},
		{"submitted within an own later date", []step{answer("Ours."), extend("2017-01-30", "BE"), clockAt("2017-01-30 12:00")}, submit(yes), "", "submitted, version 1 in force"},
		{"submitted after an own earlier date", []step{answer("Ours."), shorten("2017-01-10", "BE"), clockAt("2017-01-11 12:00")}, submit(yes), "", "submitted, version 1 in force, late"},
		{"submitted within a date moved for all", []step{answer("Ours."), extend("2017-02-01", ""), clockAt("2017-01-31 12:00")}, submit(yes), "", "submitted, version 1 in force"},
		{"an own later date survives one for all", []step{answer("Ours."), extend("2017-03-01", "BE"), extend("2017-02-01", ""), clockAt("2017-02-20 12:00")}, submit(yes), "", "submitted, version 1 in force"},
		{"submitted in time, and shortened after that", after(delivered, shorten("2016-12-20", "")), noMore, "", "submitted, version 1 in force"},
		{"submitted late, and extended after that", []step{answer("Ours."), clockAt("2017-01-24 12:00"), submit(yes), extend("2017-02-01", "")}, noMore, "", "submitted, version 1 in force, late"},
		{"submitted in time, returned, and submitted again after a shortened date", after(delivered, giveBack("Since when?"), shorten("2016-12-20", "BE"), clockAt("2016-12-21 09:00")), submit(yes), "", "submitted, version 2 in force, late"},
		{"submitted late, withdrawn, and submitted again within an extended date",
			[]step{answer("Ours."), clockAt("2017-01-24 12:00"), submit(yes), withdraw, extend("2017-02-01", "BE")}, submit(yes), "", "submitted, version 2 in force"},
		{"a first answer after closing", []step{answer("Ours."), clockAt("2017-01-24 09:00"), closing}, submit(yes),
			"this AHQ was closed on 24 January 2017. A first answer is no longer accepted; ask the requester (Norway) to reopen it", "draft"},
		{"a first answer after reopening", []step{answer("Ours."), closing, reopen}, submit(yes), "", "submitted, version 1 in force"},
		{"a first answer to a cancelled AHQ", []step{answer("Ours."), cancel}, submit(yes), "cancelled", "draft"},
		{"written after submitting", delivered, answer("Other."), "can withdraw it", "submitted, version 1 in force"},
		{"written after cancelling", []step{cancel}, answer("Ours."), "cancelled", "draft"},
		{"written after closing", []step{closing}, answer("Ours."), "", "draft"},

		{"withdrawn", delivered, withdraw, "", "draft"},
		{"withdrawn and submitted again", after(delivered, withdraw), submit(no), "", "submitted, version 2 in force"},
		{"withdrawn, and closed meanwhile", after(delivered, withdraw, closing), submit(no), "no longer accepted", "draft"},
		{"withdrawn as a draft", nil, withdraw, "still a draft", "draft"},
		{"withdrawn when compiled", compiled, withdraw, "can amend it", "compiled, version 1 in force"},

		{"returned", delivered, giveBack("Costs?"), "", "draft, version 1 in force, returned"},
		{"returned without a reason", delivered, giveBack(" "), "/why", "submitted, version 1 in force"},
		{"returned as a draft", nil, giveBack("Costs?"), "still a draft", "draft"},
		{"returned, submitted after closing", after(delivered, giveBack("Costs?"), closing), submit(yes), "", "submitted, version 2 in force, late"},
		{"returned, and compiled all the same", after(delivered, giveBack("Costs?"), closing), compile(models.Internal, ""), "", "draft, version 1 in force, returned"},

		{"compiled", after(delivered, closing), compile(models.Internal, ""), "", "compiled, version 1 in force"},
		{"compiled early without a word", delivered, compile(models.Internal, ""), "say why it is compiled early", "submitted, version 1 in force"},
		{"compiled early with a word", delivered, compile(models.Internal, "the minister waits"), "", "compiled, version 1 in force"},
		{"compiled with nothing delivered", []step{closing}, compile(models.Internal, ""), "nothing to compile", "draft"},
		{"compiled when cancelled", after(delivered, cancel), compile(models.Internal, "soon"), "cancelled", "submitted, version 1 in force"},
		{"compiled again for the public", compiled, compile(models.Public, ""), "", "compiled, version 1 in force"},

		{"amended", compiled, amend("A figure was wrong."), "", "draft, version 1 in force, being amended"},
		{"amended without a reason", compiled, amend(""), "/why", "compiled, version 1 in force"},
		{"amended when only submitted", delivered, amend("Why not."), "withdraw", "submitted, version 1 in force"},
		{"amended and submitted after closing", after(compiled, amend("A figure.")), submit(yes), "", "submitted, version 2 in force, late"},

		{"declined", nil, decline("We have none."), "", "draft, declined"},
		{"declined without a word", nil, decline(""), "/word", "draft"},
		{"declined, then written", []step{decline("We have none.")}, answer("We have one."), "", "draft"},
		{"declined, then submitted empty", []step{decline("We have none.")}, submit(yes), "policy", "draft, declined"},
		{"declined when delivered", after(delivered, giveBack("Costs?")), decline("We have none."), "amend it instead", "draft, version 1 in force, returned"},

		{"entered by the requester", nil, enterFor, "", "draft, entered"},
		{"entered when begun", []step{answer("Ours.")}, enterFor, "has begun to answer", "draft"},
		{"entered when declined", []step{decline("We have none.")}, enterFor, "", "draft, entered"},
		{"written by the NCP while entered", []step{enterFor}, answer("Ours."), "take it over first", "draft, entered"},
		{"taken over", []step{enterFor}, takeOver, "", "draft"},
		{"taken over and written", []step{enterFor, takeOver}, answer("Ours."), "", "draft"},
		{"taken over when one's own", nil, takeOver, "yours already", "draft"},
	}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				w := all.in(t)
				a := w.issued()
				for _, s := range c.before {
					w.must(s(w, a))
				}
				w.expect(c.last(w, a), c.refused)
				if got := described(w.of(a, "BE")); got != c.then {
					t.Errorf("the response is then: %s; want %s", got, c.then)
				}
			})
		}
	})
}

// after is steps, and more of them.
func after(before []step, more ...step) []step { return slices.Concat(before, more) }

// expect compares an error with its words; "" is none.
func (w *world) expect(err error, words string) {
	w.t.Helper()
	switch {
	case words == "" && err != nil:
		w.t.Errorf("refused: %v", err)
	case words != "" && err == nil:
		w.t.Errorf("done; want a refusal that says %q", words)
	case words != "" && !strings.Contains(err.Error(), words):
		w.t.Errorf("refused with %q; want %q", err, words)
	}
}

// described is a response in words.
func described(r models.Response) string {
	parts := []string{string(r.State)}
	for _, p := range []struct {
		is   bool
		word string
	}{
		{r.InForce == 1, "version 1 in force"}, {r.InForce == 2, "version 2 in force"}, {r.Late, "late"},
		{r.ReturnedAt != nil, "returned"}, {r.AmendedWhy != "", "being amended"},
		{r.DeclinedAt != nil, "declined"}, {r.Entered, "entered"},
	} {
		if p.is {
			parts = append(parts, p.word)
		}
	}
	return strings.Join(parts, ", ")
}
