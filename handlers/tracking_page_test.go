package handlers

import (
	"encoding/csv"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// matrixRowOf is what the requester reads of one NCP on the page of all parts.
func (w *world) matrixRowOf(ncp, query string) string {
	w.t.Helper()
	for _, n := range readPage(w.t, w.as(norway).page(w.at("tracking"+query))).all("tr") {
		if said := strings.Join(strings.Fields(textOf(n)), " "); strings.HasPrefix(said, ncp) {
			return said
		}
	}
	return ""
}

// marks of a row's cells.
func marksOf(row *html.Node) (marks []string) {
	for n := range row.ChildNodes() {
		if n.Data == "td" {
			marks = append(marks, strings.Join(strings.Fields(textOf(n)), " "))
		}
	}
	return marks
}

func TestTheMatrixSaysHowFarADraftIsAndNotWhatItSays(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		step := func(what, query, want string) {
			t.Helper()
			w.clock = w.clock.Add(time.Minute)
			if got := w.matrixRowOf("Belgium", query); !strings.Contains(got, want) {
				t.Errorf("%s: the row says %q; want %q", what, got, want)
			}
		}
		step("at first", "", "Not opened 0%")
		w.as(belgium).page(w.url())
		step("somebody looked", "", "Opened 0%; last active")
		r := w.complete()
		step("all is there", "", "Complete, not submitted 100%")
		w.cell(t.Context(), r, "costs", "")
		step("one answer is taken back", "", "In progress 75%")
		step("part by part", "", "• ✓ complete 1 2/3")
		step("by question", "?by=question", "Whom can we ask? ✓ complete Title ✓ complete Costs – nothing yet 2. Was it a success? ✓ complete")
		page := w.as(norway).page(w.at("tracking"))
		for _, word := range []string{"CAMEROON", "A campaign", "many people came", "The ministry"} {
			if strings.Contains(page, word) {
				t.Errorf("the requester reads %q of a draft", word)
			}
		}
		checkStructure(t, page)
	})
}

func TestTheMatrixIsFilteredAndSorted(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.must(w.submitted())
		for _, c := range []struct {
			query string
			want  []string
		}{
			{"", []string{"Austria", "Belgium", "Denmark"}},
			{"?sort=nothing&state=&role=&by=nothing", []string{"Austria", "Belgium", "Denmark"}},
			{"?state=submitted", []string{"Belgium"}},
			{"?state=not_opened", []string{"Austria", "Denmark"}},
			{"?state=" + url.QueryEscape(`' or "%_`), nil},
			{"?role=member&sort=share", []string{"Austria", "Denmark", "Belgium"}},
			{"?sort=last", []string{"Belgium", "Austria", "Denmark"}},
			{"?sort=state", []string{"Belgium", "Austria", "Denmark"}},
			{"?role=observer", nil},
			{"?late=yes", nil},
		} {
			var got []string
			for _, n := range readPage(t, w.as(norway).page(w.at("tracking"+c.query))).all("tbody") {
				for row := range n.ChildNodes() {
					if row.Data == "tr" && len(marksOf(row)) > 1 {
						got = append(got, strings.Fields(textOf(row))[0])
					}
				}
				break
			}
			if len(c.want) > 0 && !slices.Equal(got, c.want) {
				t.Errorf("%q shows %q, want %q", c.query, got, c.want)
			}
			if len(c.want) == 0 && !strings.Contains(w.as(norway).page(w.at("tracking"+c.query)), "No NCP is like that.") {
				t.Errorf("%q shows %q, want nobody", c.query, got)
			}
		}
	})
}

func TestTheMatrixIsSavedAsAFile(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.must(w.submitted())
		a := w.as(norway).in("en").get(w.at("tracking", "download", "csv?by=question&state=submitted"))
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(a.Body, "\ufeff"))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d %v: %q", a.Code, err, a.Body)
		}
		if got := strings.Join(rows[1], "|"); got != "Belgium|BE||Member|Yes|Submitted|No|2017-01-23|2017-01-19|4|4|0|1||1|1|1" {
			t.Errorf("the file says %q under %q", got, rows[0])
		}
		w.visit(visit{what: "as Excel too", who: norway, path: w.at("tracking", "download", "xlsx"), code: 200})
		w.visit(visit{what: "as nothing else", who: norway, path: w.at("tracking", "download", "exe"), code: 404})
		w.visit(visit{what: "by no NCP", who: belgium, path: w.at("tracking", "download", "csv"), code: 403})
	})
}

func TestArrivalsAreDrawnAndListed(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		if strings.Contains(w.as(norway).page(w.at("tracking")), "<svg") {
			t.Error("nothing came, and is drawn")
		}
		w.complete()
		w.must(w.submitted())
		page := w.as(norway).page(w.at("tracking"))
		for _, want := range []string{"1 answer came, on 19 January 2017; they were due by 23 January 2017.", "<circle", `class="due"`, "<tr><th scope=\"row\">19 January 2017</th><td>1</td><td>0</td><td>1</td></tr>"} {
			if !strings.Contains(page, want) {
				t.Errorf("the page lacks %q", want)
			}
		}
	})
}

func TestAnAHQWithoutTablesIsFollowedByQuestion(t *testing.T) {
	w := newWorld(t)
	draft := w.draft()
	w.visit(visit{what: "of a draft there is nothing to follow", who: norway, path: ahqURL(draft) + "/tracking", code: 404})
	_, err := w.flow.Issue(t.Context(), w.actor(norway), draft.ID)
	w.must(err)
	w.visit(visit{what: "the questions are the columns", who: norway, path: ahqURL(draft) + "/tracking", code: 200, says: "Which questions are answered, by NCP"})
}
