package handlers

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
)

func TestHowFarAResponseIsToThoseWhoAsked(t *testing.T) {
	at := new(time.Time)
	for _, c := range []struct {
		what string
		is   tracked
		want string
	}{
		{"one that was never begun", tracked{}, "Not begun"},
		{"nobody has looked at it", tracked{Response: models.Response{State: models.Draft}}, "Not opened"},
		{"nor after the day", tracked{Response: models.Response{State: models.Draft}, Overdue: true}, "Overdue, not opened"},
		{"somebody has, and wrote nothing", tracked{Response: models.Response{State: models.Draft, OpenedAt: at}, Untouched: true}, "Opened"},
		{"nothing is missing", tracked{Response: models.Response{State: models.Draft, OpenedAt: at}, Whole: true}, "Complete, not submitted"},
		{"somebody has", tracked{Response: models.Response{State: models.Draft, OpenedAt: at}}, "In progress"},
		{"and the day is over", tracked{Response: models.Response{State: models.Draft, OpenedAt: at}, Overdue: true}, "Overdue, in progress"},
		{"they have nothing to report", tracked{Response: models.Response{State: models.Draft, OpenedAt: at, DeclinedAt: at}, Overdue: true}, "Nothing to report"},
		{"it is entered for them", tracked{Response: models.Response{State: models.Draft, Entered: true}}, "Being entered by you"},
		{"it came in time", tracked{Response: models.Response{State: models.Submitted, InForce: 1}}, "Submitted"},
		{"it came late", tracked{Response: models.Response{State: models.Submitted, InForce: 1, Late: true}}, "Submitted late"},
		{"it went back", tracked{Response: models.Response{State: models.Draft, InForce: 1, ReturnedAt: at}, Overdue: true}, "Returned"},
		{"it is compiled", tracked{Response: models.Response{State: models.Compiled, InForce: 1}}, "Compiled"},
		{"it is compiled, and was late", tracked{Response: models.Response{State: models.Compiled, InForce: 1, Late: true}}, "Compiled, came late"},
		{"it changes after that", tracked{Response: models.Response{State: models.Draft, InForce: 1, AmendedWhy: "a figure"}, Overdue: true}, "Being amended"},
	} {
		t.Run(c.what, func(t *testing.T) {
			if c.what != "one that was never begun" {
				c.is.ID = "r"
			}
			if got := inEnglish(t, trackState(c.is).Text); got != c.want {
				t.Errorf("it is %q, not %q", got, c.want)
			}
		})
	}
}

func TestWhereNothingIsRequiredWhateverIsWrittenIsAll(t *testing.T) {
	m := ahqDesk{subject: subject{AHQ: models.AHQ{Questionnaire: forms.Questionnaire{Questions: []forms.Question{{ID: "remarks", Kind: forms.TextKind}}}}}}.meter()
	r := models.Response{ID: "r", State: models.Draft, OpenedAt: new(time.Time)}
	for share, is := range map[int]models.Spread{0: {}, 100: {Once: []string{"remarks"}}} {
		if row := m.row(models.Addressee{NCP: "DK"}, r, is); row.Share != share {
			t.Errorf("with answers to %q it is %d%%, not %d%%", is.Once, row.Share, share)
		}
	}
}

func TestWhatMayStayEmptyIsNotMissing(t *testing.T) {
	m := ahqDesk{subject: subject{AHQ: models.AHQ{Questionnaire: campaigns}}}.meter()
	r := models.Response{ID: "r", State: models.Draft, OpenedAt: new(time.Time)}
	record := models.RecordSpread{Section: "origin", Answered: []string{"title", "costs", "success"}}
	for _, c := range []struct {
		what  string
		is    models.Spread
		share int
		state string
	}{
		{"all but what may stay empty", models.Spread{Once: []string{"contact"}, Records: []models.RecordSpread{record}}, 100, "Complete, not submitted"},
		{"that in place of something else", models.Spread{Once: []string{"once-denmark"}, Records: []models.RecordSpread{record}}, 75, "In progress"},
		{"that alone", models.Spread{Once: []string{"once-denmark"}}, 0, "In progress"},
		{"nothing", models.Spread{}, 0, "Opened"},
	} {
		row := m.row(models.Addressee{NCP: "DK"}, r, c.is)
		if got := inEnglish(t, row.State.Text); row.Share != c.share || got != c.state {
			t.Errorf("%s is %d%% and %q, not %d%% and %q", c.what, row.Share, got, c.share, c.state)
		}
	}
}

// rowOf is what the requester reads of one NCP.
func (w *world) rowOf(who, ncp string) string {
	w.t.Helper()
	for _, n := range readPage(w.t, w.as(who).page(w.at())).all("tr") {
		if said := strings.Join(strings.Fields(textOf(n)), " "); strings.HasPrefix(said, ncp) {
			return said
		}
	}
	return ""
}

func TestTheRequesterFollowsAResponse(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		step := func(what, want, lacks string) {
			t.Helper()
			got := w.rowOf(norway, "Belgium")
			if !strings.Contains(got, want) || lacks != "" && strings.Contains(got, lacks) {
				t.Errorf("%s: the row says %q; want %q, not %q", what, got, want, lacks)
			}
		}
		step("at first", "Not opened nothing written yet", "Return")
		step("it could be entered", "Enter for it", "Read")
		w.as(belgium).page(w.url())
		step("somebody looked", "Opened", "Not opened")
		w.complete()
		step("something is written", "1 campaign, 4 answers; last saved 19 January 2017", "CAMEROON")
		step("it is theirs now", "History", "Enter for it")
		step("nothing is missing, as on the page of all parts", "Complete, not submitted", "In progress")
		w.must(w.submitted())
		step("it was submitted", "Submitted delivered 19 January 2017, 10:02 Read", "Enter for it")
		w.visit(visit{what: "it is returned", who: norway, path: w.url("return"), send: url.Values{"why": {"Which year?"}}, code: 303})
		step("it was returned", "Returned", "Return,")
		step("and why", "Which year?", "")
		if row := w.rowOf(belgium, "Belgium"); row != "" {
			t.Errorf("an NCP follows too: %q", row)
		}
	})
}

func TestAnAnswerThatCameByMailIsEntered(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		austria := responseURL(w.responseOf("AT").ID)
		for _, v := range []visit{
			{what: "before, its draft is not the requester's to see", who: norway, path: austria, code: 403},
			{what: "one's own is not entered so", who: norway, path: w.at("enter-for"), send: url.Values{"ncp": {"NO"}}, code: 409, says: "your own NCP"},
			{what: "nor one that there never was", who: norway, path: w.at("enter-for"), send: url.Values{"ncp": {"QQ"}}, code: 422, says: "does not take part"},
			{what: "a compiler may not", who: "the compiler", path: w.at("enter-for"), send: url.Values{"ncp": {"AT"}}, code: 403},
			{what: "one that was asked is", who: norway, path: w.at("enter-for"), send: url.Values{"ncp": {"AT"}}, code: 303, to: austria},
			{what: "and can be written then", who: norway, path: austria, code: 200, says: "Entered by Norway"},
			{what: "which is said", who: norway, path: w.at(), code: 200, says: "Go on entering"},
			{what: "it is not offered a second time", who: norway, path: w.at("enter-for"), code: 200, says: "Finland"},
			{what: "one that was not asked is, too", who: norway, path: w.at("enter-for"), send: url.Values{"ncp": {"FI"}}, code: 303},
		} {
			w.visit(v)
		}
		if page := w.as(norway).page(w.at("enter-for")); strings.Contains(page, `value="AT"`) || strings.Contains(page, `value="NO"`) {
			t.Error("what cannot be entered is offered")
		}
	})
}

func TestWhoWasNotAskedMayRespond(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		a := w.visit(visit{what: "Finland responds", who: finland, path: w.at("respond"), send: url.Values{"ncp": {"FI"}}, code: 303})
		w.visit(visit{what: "and writes", who: finland, path: a.To, code: 200, says: "Nobody else sees it until you submit it."})
		for _, v := range []visit{
			{what: "again, it is the same", who: finland, send: url.Values{"ncp": {"FI"}}, code: 303, to: a.To},
			{what: "not for another", who: finland, send: url.Values{"ncp": {"BE"}}, code: 403},
			{what: "not a contributor", who: "the Belgian contributor", send: url.Values{"ncp": {"BE"}}, code: 403},
		} {
			v.path = w.at("respond")
			w.visit(v)
		}
		if row := w.rowOf(norway, "Finland"); !strings.Contains(row, "not asked") {
			t.Errorf("the requester reads %q", row)
		}
	})
}
