package handlers

import (
	"strings"

	"ahq/forms"
)

// A printed questionnaire is what will be asked, as it will be printed.
type printed struct {
	Once   []printedQuestion
	Tables []printedTable
}

// A printedTable is asked once for each thing it describes.
type printedTable struct {
	Title    string
	Record   string // what one is called
	Sections []string
	Rows     []printedQuestion
	By       string // the title of the follow-up
	FollowUp []printedQuestion
}

// A printedQuestion is one question with what kind of answer it wants.
type printedQuestion struct {
	ID       string
	Label    string
	Help     string
	Wants    string
	Audience string // in words; "" everybody
	If       string // when it is asked at all
}

// kindWords say what kind of answer a question wants.
var kindWords = map[forms.Kind]string{
	forms.TextKind: "Text", forms.LongTextKind: "Text", forms.LinksKind: "Links",
	forms.VerdictKind: "Yes or no, and why", forms.MoneyKind: "Amounts of money", forms.PeriodKind: "A period",
	forms.CountriesKind: "Countries", forms.LanguagesKind: "Text", forms.EmailKind: "An e-mail address",
	forms.ChoiceKind: "One of several", forms.NumberKind: "A number", forms.DateKind: "A date",
}

// printed is what the AHQ asks.
func (d ahqDesk) printed() printed {
	q := d.AHQ.Questionnaire
	all := printed{Once: d.printedQuestions(q.Questions)}
	for _, t := range q.Tables {
		all.Tables = append(all.Tables, d.printedTable(t))
	}
	return all
}

func (d ahqDesk) printedTable(t forms.Table) printedTable {
	view := printedTable{Title: t.Title, Record: t.Record, Rows: d.printedQuestions(t.Rows)}
	for _, s := range t.Sections {
		view.Sections = append(view.Sections, s.Title)
	}
	if t.FollowUp != nil {
		view.By, view.FollowUp = t.FollowUp.Title, d.printedQuestions(t.FollowUp.Questions)
	}
	return view
}

func (d ahqDesk) printedQuestions(questions []forms.Question) []printedQuestion {
	var views []printedQuestion
	for _, q := range questions {
		view := printedQuestion{ID: q.ID, Label: fullLabel(q), Help: q.Help, Wants: wants(q), If: onlyIf(questions, q)}
		if len(q.Audience) > 0 {
			view.Audience = inSentence(d.ncps(q.Audience)) + " only"
		}
		views = append(views, view)
	}
	return views
}

// wants says what kind of answer a question wants; a choice names its options.
func wants(q forms.Question) string {
	if len(q.Options) == 0 {
		return kindWords[q.Kind]
	}
	var labels []string
	for _, o := range q.Options {
		labels = append(labels, o.Label)
	}
	return "One of: " + strings.Join(labels, "; ")
}

// onlyIf says in words when a question is asked at all.
func onlyIf(questions []forms.Question, q forms.Question) string {
	if q.When == nil {
		return ""
	}
	for _, earlier := range questions {
		if earlier.ID == q.When.Question {
			return "Asked only if the answer to “" + shortLabel(earlier) + "” is " + strings.Join(optionLabels(earlier, q.When.Is), " or ") + "."
		}
	}
	return ""
}

// optionLabels are the words for options, or for verdicts.
func optionLabels(q forms.Question, ids []string) []string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = verdictWords[forms.YesNo(id)]
		for _, o := range q.Options {
			if o.ID == id {
				words[i] = "“" + o.Label + "”"
			}
		}
	}
	return words
}
