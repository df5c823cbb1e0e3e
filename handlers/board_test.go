package handlers

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"ahq/models"
	"ahq/workflow"
)

// sectionOf is what stands under a heading of a page, or on all of it.
func sectionOf(t *testing.T, page, label string) string {
	t.Helper()
	var said []string
	for _, n := range readPage(t, page).all("section", "main") {
		if attr(n, "aria-labelledby") != label || label == "" && n.Data != "main" {
			continue
		}
		for child := range n.Descendants() {
			if child.Type == html.TextNode {
				said = append(said, strings.Fields(child.Data)...)
			}
		}
	}
	return strings.Join(said, " ")
}

// says visits a page that says this, wherever elements begin and end.
func (w *world) says(what, who, path, want string) {
	w.t.Helper()
	if said := sectionOf(w.t.(*testing.T), w.as(who).page(path), ""); !strings.Contains(said, want) {
		w.t.Errorf("%s: the page does not say %q:\n%s", what, want, said)
	}
}

func TestTheBoardSaysWhatComesAndWhatWasSent(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		step := func(what, label string, want ...string) {
			t.Helper()
			said := sectionOf(t, w.as(norway).page(w.at("board")), label)
			for _, words := range want {
				if !strings.Contains(said, words) {
					t.Errorf("%s: it does not say %q:\n%s", what, words, said)
				}
			}
		}
		act := func(path string, pairs ...string) {
			t.Helper()
			form := url.Values{}
			for i := 0; i < len(pairs); i += 2 {
				form.Set(pairs[i], pairs[i+1])
			}
			w.visit(visit{what: path, who: norway, path: w.at("board", path), send: form, code: 303, to: w.at("board")})
		}
		step("at first", "ahead", "on the reply-by date 23 January 2017", "3 working days after the reply-by date", "Belgium")
		act("skip", "ncp", "BE", "step", "on-the-day")
		step("one is left out", "ahead", "Belgium not sent: you left it out")
		act("remind", "ncp", "BE", "step", "on-the-day")
		step("and sent after all", "sent", "on the reply-by date 19 January 2017, 10:02 Belgium the.belgian.coordinator@ahq.example Only here")
		act("remind", "ncp", "AT")
		step("nobody is there", "calls", "Austria : Nobody there has an account that mail could go to")
		act("pause", "ncp", "DK")
		step("one is paused", "ncps", "Denmark Reply by 23 January 2017 paused")
		act("go-on", "ncp", "DK")
		step("and goes on", "ncps", "Denmark Reply by 23 January 2017 is reminded 23 January 2017")
		act("pause", "ncp", "", "why", "It is Christmas.")
		w.says("all is paused", norway, w.at("board"), "Paused since 19 January 2017, 10:02: nobody is reminded It is Christmas.")
		act("go-on")
		_, err := w.flow.Extend(t.Context(), w.actor(norway), w.ahq.ID, "2017-01-30", "DK")
		w.must(err)
		step("other letters are there too", "sent", "your new reply-by date 19 January 2017, 10:02 Denmark the.danish.coordinator@ahq.example")
		_ = w.delivered(models.WiderYes)
		step("who has answered hears no more", "ncps", "Belgium Reply by 23 January 2017 the answer is in nothing more")
		checkStructure(t, w.as(norway).page(w.at("board")))
	})
}

func TestTheBoardIsForThoseWhoAsk(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, v := range []visit{
			{what: "an NCP", who: belgium, path: w.at("board"), code: 403},
			{what: "the compiler looks", who: "the compiler", path: w.at("board"), code: 200, says: "What comes in the next 14 days"},
			{what: "and does not act", who: "the compiler", path: w.at("board", "remind"), send: url.Values{}, code: 403},
			{what: "a draft has none", who: norway, path: ahqURL(w.draft()) + "/board", code: 404},
			{what: "a step that there is not", who: norway, path: w.at("board", "skip"), send: url.Values{"step": {"before-5"}, "ncp": {"BE"}}, code: 422, says: "There is no step"},
			{what: "an NCP that was not asked", who: norway, path: w.at("board", "remind"), send: url.Values{"ncp": {"FI"}}, code: 422, says: "Finland was not asked"},
		} {
			w.visit(v)
		}
		if page := w.as("the compiler").page(w.at("board")); strings.Contains(page, "<form method=\"post\" action=\""+w.at("board")) {
			t.Error("the compiler is offered what only the requester may do")
		}
	})
}

func TestCallsAreWhoWasNotReachedLast(t *testing.T) {
	at := time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC)
	belgium, failed := sentTo{"Belgium", "a@be.example"}, label{say("outbox.failed"), urgent}
	reached := label{say("outbox.sent"), good}
	for _, c := range []struct {
		what string
		rows []sentRow
		want int
	}{
		{"nothing was sent", nil, 0},
		{"the last failed", []sentRow{{At: at, To: []sentTo{belgium}, State: failed}, {At: at.Add(-time.Hour), To: []sentTo{belgium}, State: reached}}, 1},
		{"one before failed", []sentRow{{At: at, To: []sentTo{belgium}, State: reached}, {At: at.Add(-time.Hour), To: []sentTo{belgium}, State: failed}}, 0},
		{"two failed", []sentRow{{At: at, To: []sentTo{belgium}, State: failed}, {At: at.Add(-time.Hour), To: []sentTo{belgium}, State: failed}}, 1},
		{"it was left out", []sentRow{{At: at, To: []sentTo{belgium}, State: fates[models.Skipped]}}, 0},
	} {
		if got := calls(c.rows); len(got) != c.want {
			t.Errorf("%s: %v are to be called", c.what, got)
		}
	}
}

func TestTheLadderIsChanged(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		ladder := func(pairs ...string) url.Values {
			form := url.Values{"before": {"5"}, "after": {""}, "most": {"4"}, "from": {"9"}, "until": {"17"}}
			for i := 0; i < len(pairs); i += 2 {
				form.Set(pairs[i], pairs[i+1])
			}
			return form
		}
		for _, v := range []visit{
			{what: "the usual one", path: w.at("ladder"), code: 200, says: `value="7, 2"`},
			{what: "no number", path: w.at("ladder"), send: ladder("before", "5, soon"), code: 422, says: `href="#before"`},
			{what: "too far away", path: w.at("ladder"), send: ladder("after", "3 90"), code: 422, says: `href="#after"`},
			{what: "twice the same", path: w.at("ladder"), send: ladder("before", "5 5"), code: 422, says: "This step is there twice"},
			{what: "too many letters", path: w.at("ladder"), send: ladder("most", "99"), code: 422, says: `href="#most"`},
			{what: "hours the wrong way round", path: w.at("ladder"), send: ladder("from", "18", "until", "8"), code: 422, says: `href="#from"`},
			{what: "another one", path: w.at("ladder"), send: ladder("after", "2", "closing", "3"), code: 303, to: w.at("board")},
			{what: "which is what comes", path: w.at("board"), code: 200, says: "2 working days after the reply-by date 25 January 2017"},
			{what: "and stands in the form", path: w.at("ladder"), code: 200, says: "Take the usual days"},
			{what: "the usual one again", path: w.at("ladder"), send: ladder("usual", "yes"), code: 303},
			{what: "which is what comes", path: w.at("board"), code: 200, says: "3 working days after the reply-by date 26 January 2017"},
		} {
			v.who = norway
			a := w.visit(v)
			if v.code != 303 {
				checkStructure(t, a.Body)
			}
		}
	})
}

func TestAnNCPSaysByWhenItsAnswerCanBeExpected(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		expected := func(day, word string) url.Values { return url.Values{"expected_by": {day}, "word": {word}} }
		for _, v := range []visit{
			{what: "it is offered", who: belgium, path: w.url(), code: 200, says: "Say by when it can be expected"},
			{what: "31 April", who: belgium, path: w.url("expected"), send: expected("2017-04-31", ""), code: 422, says: "April 2017 has 30 days"},
			{what: "a day that is over", who: belgium, path: w.url("expected"), send: expected("2017-01-18", ""), code: 422, says: "18 January 2017 is over"},
			{what: "in some other year", who: belgium, path: w.url("expected"), send: expected("2071-01-18", ""), code: 422, says: "more than a year away"},
			{what: "a reader does not say it", who: "the Belgian reader", path: w.url("expected"), send: expected("2017-01-27", ""), code: 403},
			{what: "the requester does not say it", who: norway, path: w.url("expected"), code: 403},
			{what: "it says so", who: "the Belgian contributor", path: w.url("expected"), send: expected("2017-01-27", "The ministry is slow."), code: 303, to: w.url()},
			{what: "and sees it", who: belgium, path: w.url(), code: 200, says: "You said that your answer can be expected by 27 January 2017"},
			{what: "the requester sees it", who: norway, path: w.at(), code: 200, says: "Expected by 27 January 2017"},
			{what: "and why", who: norway, path: w.at(), code: 200, says: "The ministry is slow."},
			{what: "on the board too", who: norway, path: w.at("board"), code: 200, says: "Expected by 27 January 2017"},
			{what: "where the step of the day is held", who: norway, path: w.at("board"), code: 200, says: "not sent: it is expected by a later day"},
			{what: "others do not see it", who: "the Danish coordinator", path: w.at(), code: 200},
			{what: "it is taken back", who: belgium, path: w.url("expected"), send: url.Values{"never": {"yes"}, "expected_by": {"2017-01-27"}}, code: 303},
		} {
			a := w.visit(v)
			if v.code != 303 && v.code != 403 {
				checkStructure(t, a.Body)
			}
			if v.what == "others do not see it" && strings.Contains(a.Body, "27 January 2017") {
				t.Error("another NCP sees by when it is expected")
			}
		}
		if page := w.as(norway).page(w.at()); strings.Contains(page, "Expected by") {
			t.Error("what was taken back still stands")
		}
		_, err := w.flow.Close(t.Context(), w.actor(norway), w.ahq.ID)
		w.must(err)
		w.visit(visit{what: "after closing it is not said", who: belgium, path: w.url("expected"), send: expected("2017-01-27", ""), code: 409, says: "closed"})
	})
}

func TestThePageBeforeIssueSaysWhoWillHearWhat(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		a := w.visit(visit{who: norway, path: "/ahqs", send: with(with(soundForm, "selected", "BE"), "closes_on", "2017-03-20"), code: 303})
		said := words(w.as(norway).page(a.To + "/issue"))
		for _, want := range []string{
			"the invitation 19 January 2017 Belgium",
			"7 working days before the reply-by date 8 February 2017 Belgium",
			"on the reply-by date 17 February 2017 Belgium",
			"before it closes by itself 16 March 2017 Belgium",
		} {
			if !strings.Contains(said, want) {
				t.Errorf("it does not say %q:\n%s", want, said)
			}
		}
		if messages, err := w.flow.Store.MessagesAbout(t.Context(), models.Scope{Unlimited: true}, models.AHQID(strings.TrimPrefix(a.To, "/ahqs/")), time.Time{}); err != nil || len(messages) > 0 {
			t.Errorf("looking sent %v (%v)", messages, err)
		}
	})
}

func TestWhoHearsOnADayStandsInOrder(t *testing.T) {
	at := time.Date(2017, 1, 23, 6, 0, 0, 0, time.UTC)
	rows := plannedRows([]workflow.Planned{
		{NCP: "FI", Name: "Finland", Step: workflow.StepReplyBy, At: at},
		{NCP: "AT", Name: "Austria", Step: workflow.StepReplyBy, At: at.Add(time.Hour)},
	}, "/board")
	if len(rows) != 1 || !slices.Equal(rows[0].Names, []string{"Austria", "Finland"}) || rows[0].Whom[1].Value != "AT" {
		t.Errorf("they are %+v", rows)
	}
}
