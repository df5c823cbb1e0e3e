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
	Sections string // their titles
	Rows     []printedQuestion
	By       string // the title of the follow-up
	FollowUp []printedQuestion
}

// A printedQuestion is one question with what kind of answer it wants.
type printedQuestion struct {
	ID       string
	Label    string
	Help     string
	Wants    phrase
	Audience phrase // in words; "" everybody
	If       phrase // when it is asked at all
}

// kindWords say what kind of answer a question wants.
var kindWords = map[forms.Kind]phrase{
	forms.TextKind: say("printed.text"), forms.LongTextKind: say("printed.text"), forms.LinksKind: say("printed.links"),
	forms.VerdictKind: say("printed.verdict"), forms.MoneyKind: say("printed.money"), forms.PeriodKind: say("printed.period"),
	forms.CountriesKind: say("printed.countries"), forms.LanguagesKind: say("printed.text"), forms.ChannelsKind: say("printed.text"), forms.EmailKind: say("printed.email"),
	forms.ChoiceKind: say("printed.choice"), forms.NumberKind: say("printed.number"), forms.DateKind: say("printed.date"),
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
	titles := make([]string, len(t.Sections))
	for i, s := range t.Sections {
		titles[i] = s.Title
	}
	view.Sections = strings.Join(titles, "; ")
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
			view.Audience = say("printed.only", "NCPs", inSentence(d.ncps(q.Audience)))
		}
		views = append(views, view)
	}
	return views
}

// wants says what kind of answer a question wants; a choice names its options.
func wants(q forms.Question) phrase {
	if len(q.Options) == 0 {
		return kindWords[q.Kind]
	}
	var labels []string
	for _, o := range q.Options {
		labels = append(labels, o.Label)
	}
	return say("printed.one_of", "Options", strings.Join(labels, "; "))
}

// onlyIf says in words when a question is asked at all.
func onlyIf(questions []forms.Question, q forms.Question) phrase {
	if q.When == nil {
		return phrase{}
	}
	for _, earlier := range questions {
		if earlier.ID == q.When.Question {
			return say("printed.only_if", "Question", shortLabel(earlier), "Answers", anyOf(optionLabels(earlier, q.When.Is)))
		}
	}
	return phrase{}
}

// anyOf joins what may be.
func anyOf(words []phrase) phrase {
	if len(words) == 0 {
		return phrase{}
	}
	all := words[0]
	for _, next := range words[1:] {
		all = say("printed.or", "First", all, "Next", next)
	}
	return all
}

// optionLabels are the words for options, or for verdicts.
func optionLabels(q forms.Question, ids []string) []phrase {
	words := make([]phrase, len(ids))
	for i, id := range ids {
		words[i] = verdictsRead[forms.YesNo(id)]
		for _, o := range q.Options {
			if o.ID == id {
				words[i] = say("printed.option", "Label", o.Label)
			}
		}
	}
	return words
}
