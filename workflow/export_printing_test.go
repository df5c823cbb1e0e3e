package workflow

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow/document"
)

const publicEditionByQuestion = `| ¶ Austria | ¶ Yes | ¶mark Late: received on 25 January 2017. ¶ 2 of 2 questions answered. ¶ No campaign reported. 
| ¶ Belgium | ¶ Yes | ¶quiet Contributions from Immigration Office ¶ 1 of 1 question answered. ¶ 2 campaigns, see below. 
| ¶ Germany | ¶ No | ¶mark WITHHELD 
## 1. What is your policy?
¶quiet Withheld: Germany.
| ¶ Austria | ¶ A sample answer of AT. 
| ¶ Belgium | ¶ We inform. • here • there, see [http://be.example](http://be.example) 
## 2. Whom can we write to? (Austria only)
| ¶ Austria | ¶ office@at.example 
## Campaigns
¶quiet No campaign reported: Austria.
### Title
¶quiet Withheld: Germany.
#### In countries of origin
| ¶ Belgium 
| ¶ MACEDONIA & KOSOVO | ¶ Stay informed 
#### In-land
| ¶ Belgium 
| ¶ LIÈGE | ¶ At home 
### Partners
¶quiet Withheld: Germany.
#### In countries of origin
| ¶ Belgium 
| ¶ MACEDONIA & KOSOVO | ¶quiet Not disclosed. 
#### In-land
| ¶ Belgium 
| ¶ LIÈGE | ¶ N/A 
### Status
#### In countries of origin
| ¶ Belgium 
| ¶ MACEDONIA & KOSOVO | ¶ Finished 
### Notes
#### In countries of origin
| ¶ Belgium 
| ¶ MACEDONIA & KOSOVO | ¶ Once more in spring. 
## Additional questions from Norway
### 5. What would you do differently?
¶quiet Withheld: Germany.
#### In countries of origin
| ¶ Belgium 
| ¶ MACEDONIA & KOSOVO | ¶ Begin earlier. 
#### In-land
| ¶ Belgium 
| ¶ LIÈGE | ¶quiet The same as for MACEDONIA, & KOSOVO: Stay informed. 
`

func TestTheDocumentByQuestion(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.published()
		got := w.printedAs(w.edition(a, models.Public), Printing{Layout: ByQuestion})
		_, got, _ = strings.Cut(got, "## Responses\n")
		want := strings.NewReplacer("WITHHELD", DefaultTexts().Withheld).Replace(publicEditionByQuestion)
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// printedAs is an edition as the network reads it, laid out in some way.
func (w *world) printedAs(c models.Compilation, p Printing) string {
	w.t.Helper()
	d, err := w.Document(w.ctx, w.as("AT reader").Scope(), c, p)
	w.must(err)
	return told(d.Blocks)
}

func TestAPrintingIsChosen(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.published()
	internal := w.edition(a, models.Internal)
	for _, c := range []struct {
		name    string
		p       Printing
		file    string
		refused string
	}{
		{"nothing", Printing{}, "-internal-1.html", ""},
		{"the usual by name", Printing{Layout: ByCountry, Order: ByName}, "-internal-1.html", ""},
		{"by question", Printing{Layout: ByQuestion}, "-internal-1-by-question.html", ""},
		{"by role", Printing{Order: ByRole}, "-internal-1-by-role.html", ""},
		{"all at once", Printing{ByQuestion, ByRole, true}, "-internal-1-by-question-by-role-without-records.html", ""},
		{"an unknown layout", Printing{Layout: "theme"}, "", `/layout: there is no layout "theme": choose country or question`},
		{"an unknown order", Printing{Order: "size"}, "", `/order: there is no order "size": choose name or role`},
	} {
		t.Run(c.name, func(t *testing.T) {
			name, err := w.Download(w.ctx, w.as("AT reader").Scope(), internal.ID, c.p, document.HTML, io.Discard)
			if w.in(t).expect(err, c.refused); !strings.HasSuffix(name, c.file) {
				t.Errorf("the file is called %s", name)
			}
			_, err = w.Document(w.ctx, w.as("AT reader").Scope(), internal, c.p)
			w.in(t).expect(err, c.refused)
		})
	}
	name, err := w.Download(w.ctx, models.Scope{}, w.edition(a, models.Public).ID, Printing{Layout: ByQuestion}, JSON, io.Discard)
	if w.must(err); !strings.HasSuffix(name, "-public-1.json") {
		t.Errorf("data is not laid out, and its file is called %s", name)
	}
}

func TestObserversComeAfterMembers(t *testing.T) {
	t.Parallel()
	f := filtered{
		ahq: models.AHQ{Requesters: []models.Requester{{NCP: "NO", Lead: true}}},
		addressees: []models.Addressee{
			{NCP: "AT", Role: models.Member}, {NCP: "CH", Role: models.Invited}, {NCP: "GE", Role: models.Observer},
			{NCP: "NO", Role: models.Observer}, {NCP: "SE", Role: models.Member},
		},
		answers: []filteredAnswer{
			{NCP: "AA", Name: "A newcomer"}, {NCP: "AT", Name: "Austria"}, {NCP: "GE", Name: "Georgia"},
			{NCP: "NO", Name: "Norway"}, {NCP: "SE", Name: "Sweden"}, {NCP: "CH", Name: "Switzerland"},
		},
	}
	for order, want := range map[Order]string{
		"":     "A newcomer, Austria, Georgia, Norway, Sweden, Switzerland (6 in Total)",
		ByRole: "Austria, Sweden, Georgia, Norway, A newcomer, Switzerland (6 in Total)",
	} {
		got := told(f.document(Printing{Order: order}).Blocks)
		if !strings.Contains(got, "Responses from = "+want+"\n") {
			t.Errorf("in order %q it reads\n%s", order, got)
		}
	}
	if f.answers[0].NCP != "AA" {
		t.Error("to print in one order changed the edition")
	}
}

func TestWithoutRecordsTheCountsAreLeft(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	c := w.edition(w.published(), models.Internal)
	for _, layout := range []Layout{ByCountry, ByQuestion} {
		got := w.printedAs(c, Printing{Layout: layout, WithoutRecords: true})
		for _, words := range []string{"¶ 2 campaigns. ", "No campaign reported.", "We inform.", "Contributions from Immigration Office", "Late: received on 25 January 2017."} {
			if !strings.Contains(got, words) {
				t.Errorf("by %s without records %q is not in\n%s", layout, words, got)
			}
		}
		for _, words := range []string{"LIÈGE", "Begin earlier.", "see below"} {
			if strings.Contains(got, words) {
				t.Errorf("by %s without records %q is in\n%s", layout, words, got)
			}
		}
	}
}

func TestADraftIsPrintedByQuestionToo(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	r := w.answered(a, "BE")
	var file bytes.Buffer
	name, err := w.DownloadDraft(w.ctx, w.as("BE reader").Scope(), r.ID, Printing{Layout: ByQuestion}, document.HTML, &file)
	w.must(err)
	if name != "ahq-"+*a.Reference+"-be-draft-by-question.html" || !strings.Contains(file.String(), "A sample answer of BE.") || !strings.Contains(file.String(), nobodyAnswered) {
		t.Errorf("%s reads %s", name, file.String())
	}
	_, err = w.DownloadDraft(w.ctx, w.as("BE reader").Scope(), r.ID, Printing{Layout: "theme"}, document.HTML, io.Discard)
	w.expect(err, "choose country or question")
}

// Whatever the layout, every answer stands in the document once at least.
func TestNoLayoutCutsAnAnswer(t *testing.T) {
	f := heavy(t, 2, 3)
	for _, p := range []Printing{{}, {Layout: ByQuestion}} {
		got := told(f.document(p).Blocks)
		if n := strings.Count(got, "We did, see"); n != 2*3*13 {
			t.Errorf("by %s %d of %d answers are printed", p.layout().name, n, 2*3*13)
		}
	}
}

func TestRecordsUnderOneHeadingAreToldApartByTheirTitles(t *testing.T) {
	f := norwegian2017(t)
	got := told(f.document(Printing{Layout: ByQuestion}).Blocks)
	for _, row := range []string{
		"| ¶ TUNISIA | ¶ Prevention Campaign North Africa ",
		"| ¶ MOROCCO | ¶ Prevention Campaign North Africa ", // a title goes by the heading alone
		"| ¶ TUNISIA | ¶ Estimated 180.000 ",
		"| ¶ MOROCCO: Prevention Campaign North Africa | ¶ Estimated 180.000 ",
	} {
		if !strings.Contains(got, row) {
			t.Errorf("%q is not in\n%s", row, got)
		}
	}
}
