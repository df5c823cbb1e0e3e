package handlers

import (
	"fmt"
	"strings"

	"ahq/forms"
)

// A problemView is a problem as a page shows it: its gravity in a word, and a
// way to the cell.
type problemView struct {
	Severity forms.Severity
	Word     string
	Rule     forms.Rule
	Text     string
	URL      string
	Where    string // which record and question, for lists
	Confirm  string // the field for a word that it is right as it is
}

// severityWords say in a word what colour alone must not.
var severityWords = map[forms.Severity]string{
	forms.Error: "Error", forms.Warning: "Please check", forms.Note: "Note",
}

func viewOf(p forms.Problem) problemView {
	view := problemView{Severity: p.Severity, Word: severityWords[p.Severity], Rule: p.Rule, Text: p.Text}
	if p.Rule == forms.Required {
		view.Word = "Missing" // not yet written is not wrong
	}
	return view
}

func viewsOf(problems forms.Problems) []problemView {
	var views []problemView
	for _, p := range problems {
		views = append(views, viewOf(p))
	}
	return views
}

// A summary lists what is wrong with a page, with a way to each place.
type summary struct {
	Heading string
	Alert   bool // what was sent was not kept: say so at once
	Items   []problemView
}

// title of a page with this summary, for those who hear the title first.
func (s summary) title(words phrase) phrase { return titleOf(words, s.Alert) }

// summary of a page: what was not kept of what was sent, or else the errors and
// warnings of what is stored. A page that nobody has begun has none.
func (d desk) summary(sheet sheet, questions []forms.Question, problems forms.Problems) summary {
	sum := summary{Heading: "What still needs a look", Items: sheet.wrong(questions)}
	if len(sum.Items) > 0 || sheet.Message != "" {
		sum.Heading, sum.Alert = "There is a problem", true
	}
	if sum.Alert || !sheet.Begun {
		return sum
	}
	for _, severity := range []forms.Severity{forms.Error, forms.Warning} {
		for _, p := range problems.Of(severity) {
			view := viewOf(p)
			view.URL, view.Where = "#"+anchor(p.Cell), d.label(p)
			sum.Items = append(sum.Items, view)
		}
	}
	return sum
}

// allProblems of a response, with a way to the page of each.
func (d desk) allProblems(severity forms.Severity) []problemView {
	var views []problemView
	for _, p := range d.Report.Problems.Of(severity) {
		view := viewOf(p)
		page := d.URL("questions")
		view.Where = d.label(p)
		if r, i := d.record(p.Record); p.Record != "" && i >= 0 {
			page, view.Where = d.RecordURL(p.Record), d.recordName(r)+": "+d.label(p)
		}
		view.URL = page + "#" + anchor(p.Cell)
		views = append(views, view)
	}
	return views
}

// anchor of a cell in its page; problems of the whole record lead to its head.
func anchor(cell string) string {
	if cell == "" {
		return "heading"
	}
	return cell
}

// label of the cell that a problem is about.
func (d desk) label(p forms.Problem) string {
	r, _ := d.record(p.Record)
	questions := d.AHQ.Questionnaire.Questions
	if p.Record != "" {
		questions = d.table(r.Section).Questions()
	}
	for _, q := range questions {
		if q.ID == p.Cell {
			return shortLabel(q)
		}
	}
	if words, ok := ownLabels[p.Cell]; ok {
		return words
	}
	return "The whole " + d.table(r.Section).Record
}

// ownLabels are what a record has beside its questions.
var ownLabels = map[string]string{"heading": "Heading", "note": "Note", "status": "Status", "countries": "Countries", "organisations": "Who contributed"}

// shortLabel is enough of a question to know it by.
func shortLabel(q forms.Question) string { return shortened(fullLabel(q), 60) }

// inWords counts problems: "3 missing, 2 errors, 1 warning".
func inWords(problems forms.Problems) string {
	errors, warnings := problems.Of(forms.Error), problems.Of(forms.Warning)
	missing := number(errors, func(p forms.Problem) bool { return p.Rule == forms.Required })
	var parts []string
	if missing > 0 {
		parts = append(parts, fmt.Sprintf("%d missing", missing))
	}
	if n := len(errors) - missing; n > 0 {
		parts = append(parts, count(n, "error", "errors"))
	}
	if n := len(warnings); n > 0 {
		parts = append(parts, count(n, "warning", "warnings"))
	}
	return strings.Join(parts, ", ")
}
