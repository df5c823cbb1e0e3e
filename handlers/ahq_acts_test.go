package handlers

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/workflow"
)

// offered are what an AHQ's page offers to do.
func (w *world) offered(who, path string) []string {
	w.t.Helper()
	var all []string
	for _, n := range readPage(w.t, w.as(who).page(path)).all("nav") {
		if attr(n, "aria-labelledby") != "acts" {
			continue
		}
		for a := range n.Descendants() {
			if a.Data == "a" && has(a, "href") {
				all = append(all, attr(a, "href")[strings.LastIndex(attr(a, "href"), "/")+1:])
			}
		}
	}
	return all
}

func TestOnlyWhatOneMayDoNowIsOffered(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		draft := w.draft()
		move := func(who string, act func(actor workflow.Actor) error) func() {
			return func() { w.must(act(w.actor(who))) }
		}
		for _, c := range []struct {
			what    string
			before  func()
			who, at string
			want    string
		}{
			{"a draft, to its requester", nil, norway, ahqURL(draft), "issue edit questionnaire trial compilers cancel"},
			{"an open one, to its requester", nil, norway, w.at(), "answers numbers extend corrigendum enter-for trial compilers closing close cancel"},
			{"to its compiler", nil, "the compiler", w.at(), "compile answers numbers close"},
			{"to an NCP", nil, belgium, w.at(), ""},
			{"a closed one, to its requester", move(norway, func(by workflow.Actor) error {
				_, err := w.flow.Close(t.Context(), by, w.ahq.ID)
				return err
			}), norway, w.at(), "answers numbers compilers reopen"},
			{"to its compiler", nil, "the compiler", w.at(), "compile answers numbers"},
			{"a cancelled one, to its requester", move(norway, func(by workflow.Actor) error {
				_, err := w.flow.Cancel(t.Context(), by, draft.ID, "no longer needed")
				return err
			}), norway, ahqURL(draft), ""},
		} {
			t.Run(c.what, func(t *testing.T) {
				if c.before != nil {
					c.before()
				}
				if got := w.offered(c.who, c.at); !slices.Equal(got, strings.Fields(c.want)) {
					t.Errorf("offered are %v, not %v", got, c.want)
				}
			})
		}
	})
}

func TestTheLifeOfAnAHQ(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		draft := w.draft()
		early := url.Values{"reply_by": {"2017-01-19"}}
		later := url.Values{"reply_by": {"2017-01-30"}}
		for _, v := range []visit{
			{what: "a draft is issued, and gets a reference", who: norway, path: ahqURL(draft) + "/issue", send: url.Values{}, code: 303, to: ahqURL(draft)},
			{what: "which is said once", who: norway, path: ahqURL(draft), code: 200, says: "Issued as AHQ 2017.2"},
			{what: "an issued one is not issued again", who: norway, path: ahqURL(draft) + "/issue", send: url.Values{}, code: 409, says: "it is open"},
			{what: "nor edited", who: norway, path: ahqURL(draft) + "/edit", code: 303, to: ahqURL(draft)},
			{what: "extending needs a later day", who: norway, path: w.at("extend"), send: early, code: 422, says: "is not in the future"},
			{what: "all are extended", who: norway, path: w.at("extend"), send: later, code: 303, to: w.at()},
			{what: "which all see", who: belgium, path: w.at(), code: 200, says: "30 January 2017"},
			{what: "one NCP is extended further", who: norway, path: w.at("extend"), send: url.Values{"reply_by": {"2017-02-03"}, "ncp": {"DK"}}, code: 303},
			{what: "which the requester sees beside it", who: norway, path: w.at(), code: 200, says: "has until 3 February 2017"},
			{what: "it closes by itself, but not before that", who: norway, path: w.at("closing"), send: url.Values{"closes_on": {"2017-02-01"}}, code: 422, says: "the last reply-by date, 3 February 2017"},
			{what: "nor on 31 April", who: norway, path: w.at("closing"), send: url.Values{"closes_on": {"2017-04-31"}}, code: 422, says: "April 2017 has 30 days"},
			{what: "but on a later day", who: norway, path: w.at("closing"), send: url.Values{"closes_on": {"2017-02-06"}}, code: 303, to: w.at()},
			{what: "which all see", who: belgium, path: w.at(), code: 200, says: "at the end of 6 February 2017"},
			{what: "and the history tells", who: norway, path: w.at("history"), code: 200, says: "let it close by itself at the end of 6 February 2017"},
			{what: "extending beyond it is refused", who: norway, path: w.at("extend"), send: url.Values{"reply_by": {"2017-02-07"}}, code: 422, says: "let it close later first"},
			{what: "it is taken back", who: norway, path: w.at("closing"), send: url.Values{"closes_on": {"2017-02-06"}, "never": {"yes"}}, code: 303},
			{what: "which the history tells too", who: norway, path: w.at("history"), code: 200, says: "took back that it closes by itself"},
			{what: "it is closed", who: norway, path: w.at("close"), send: url.Values{}, code: 303, to: w.at()},
			{what: "and not twice", who: norway, path: w.at("close"), send: url.Values{}, code: 409, says: "it is closed"},
			{what: "it is reopened", who: norway, path: w.at("reopen"), send: url.Values{}, code: 303},
			{what: "cancelling needs a reason", who: norway, path: w.at("cancel"), send: url.Values{"why": {" "}}, code: 422, says: "Say why"},
			{what: "it is cancelled", who: norway, path: w.at("cancel"), send: url.Values{"why": {"It was asked before."}}, code: 303},
			{what: "which all read", who: belgium, path: w.at(), code: 200, says: "It was asked before."},
			{what: "and it stays so", who: norway, path: w.at("reopen"), send: url.Values{}, code: 409, says: "cancelled"},
		} {
			w.visit(v)
		}
	})
}

func TestADraftThatLacksSomethingIsNotIssued(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		a := w.visit(visit{who: norway, path: "/ahqs", send: with(soundForm, "reply_by", ""), code: 303})
		page := w.visit(visit{what: "no day", who: norway, path: a.To + "/issue", send: url.Values{}, code: 422, says: "Say by when"})
		if !strings.Contains(page.Body, `href="`+a.To+`/edit#reply_by"`) {
			t.Error("the problem does not lead to the field")
		}
		checkStructure(t, page.Body)
	})
}

func TestADraftThatLayTooLongIsNotIssued(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		a := w.visit(visit{who: norway, path: "/ahqs", send: soundForm, code: 303})
		w.clock = w.clock.AddDate(0, 0, 30)
		const over = "17 February 2017 is not in the future: choose a day after today, 18 February 2017"
		page := w.visit(visit{what: "it says so beforehand", who: norway, path: a.To + "/issue", code: 200, says: over})
		checkStructure(t, page.Body)
		w.visit(visit{what: "and when it is tried", who: norway, path: a.To + "/issue", send: url.Values{}, code: 422, says: over})
	})
}

func TestIssuingSaysWhoWillBeTold(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, c := range []struct {
			what        string
			form        url.Values
			told, heard string
		}{
			{"selected ones", soundForm, "Belgiumthe Belgian coordinator", "Nobody would hear of it in Austria"},
			{"all, but who asks", with(soundForm, "addressing", "all"), "Denmarkthe Danish coordinator", "Nobody would hear of it in Austria"},
		} {
			t.Run(c.what, func(t *testing.T) {
				a := w.visit(visit{who: norway, path: "/ahqs", send: c.form, code: 303})
				said := words(w.as(norway).page(a.To + "/issue"))
				if !strings.Contains(said, c.told) || !strings.Contains(said, c.heard) || strings.Contains(said, "Norwaythe") {
					t.Errorf("it says:\n%s", said)
				}
			})
		}
	})
}

// What is foretold is what comes: the page and workflow must agree.
func TestWhoIsForetoldIsAsked(t *testing.T) {
	for _, form := range []url.Values{soundForm, with(soundForm, "addressing", "all")} {
		w := newWorld(t)
		a := w.visit(visit{who: norway, path: "/ahqs", send: form, code: 303})
		id := models.AHQID(strings.TrimPrefix(a.To, "/ahqs/"))
		draft, err := w.flow.Store.AHQ(t.Context(), models.Scope{Unlimited: true}, id)
		w.must(err)
		s, err := newServer(Config{Flow: w.flow})
		w.must(err)
		foretold, err := s.toAsk(t.Context(), draft)
		w.must(err)
		_, err = w.flow.Issue(t.Context(), w.actor(norway), id)
		w.must(err)
		responses, err := w.flow.Store.Responses(t.Context(), models.Scope{Unlimited: true}, id)
		w.must(err)
		var told, asked []string
		for _, n := range foretold {
			told = append(told, n.Code)
		}
		for _, r := range responses {
			asked = append(asked, r.NCP)
		}
		slices.Sort(told)
		if !slices.Equal(told, asked) {
			t.Errorf("addressed to %s: foretold %v, asked %v", form.Get("addressing"), told, asked)
		}
	}
}
