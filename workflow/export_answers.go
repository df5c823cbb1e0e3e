package workflow

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// responsesSheet has a row for each NCP that was asked or answered, with its
// answers to the questions asked once.
func (f account) responsesSheet() document.Sheet {
	s := document.Sheet{
		Name: "Responses", About: "A row for each NCP that was asked, or answered without being asked.",
		Columns: append(ncpColumns(),
			document.Column{Title: "Answered", About: "Whether its response is in this edition.", Width: 11},
			document.Column{Title: "Wider dissemination", About: "Whether it agreed that its answer is disseminated beyond the network.", Width: 15},
			document.Column{Title: "Version", About: "Which of its versions is in this edition.", Width: 9},
			document.Column{Title: "Submitted on", About: "The day in Brussels.", Width: 12},
			document.Column{Title: "Late", About: "Whether it came after the day that held for this NCP.", Width: 8},
			document.Column{Title: "Entered by the requester", About: "Whether the requester entered it, from a letter or file.", Width: 13},
			document.Column{Title: "Withheld", About: "Whether it is left out of this edition.", Width: 10},
			document.Column{Title: "Remark", About: "Why there is nothing more.", Width: 40, Wrap: true},
			document.Column{Title: "Organisations", About: "Who contributed, as the NCP says.", Width: 30, Wrap: true},
		),
		Rows: f.responseRows,
	}
	for _, t := range f.ahq.Questionnaire.Tables {
		s.Columns = append(s.Columns, document.Column{Title: "Number: " + t.Title, About: "How many records it has of: " + t.Record + ".", Width: 14})
	}
	for _, q := range f.ahq.Questionnaire.Questions {
		s.Columns = append(s.Columns, f.questionColumn(q))
	}
	return s
}

// questionColumn holds the answers to one question.
func (f account) questionColumn(q forms.Question) document.Column {
	width := 40
	if q.Kind == forms.LongTextKind || q.Kind == forms.VerdictKind {
		width = 70
	}
	return document.Column{
		Title: label(q) + f.askedOf(q), Width: width, Wrap: true,
		About: "The answer as it was typed; without one, the reason. Empty where it was not asked. Question " + q.ID + ", kind " + string(q.Kind) + ".",
	}
}

func (f account) responseRows(yield func([]document.Value) bool) {
	all := slices.Clone(f.answers)
	for _, x := range f.addressees {
		if x.Asked && !slices.ContainsFunc(f.answers, func(a filteredAnswer) bool { return a.NCP == x.NCP }) {
			all = append(all, filteredAnswer{NCP: x.NCP, Name: f.names[x.NCP]})
		}
	}
	slices.SortStableFunc(all, func(a, b filteredAnswer) int { return cmp.Compare(a.Name, b.Name) })
	for _, a := range all {
		if !yield(f.responseRow(a)) {
			return
		}
	}
}

// responseRow is that of one NCP; one that did not answer has no version.
func (f account) responseRow(a filteredAnswer) []document.Value {
	row := []document.Value{document.Words(a.NCP), document.Words(a.Name), document.YesNo(a.Number > 0)}
	if a.Number == 0 {
		return row
	}
	remark := ""
	if a.Withheld {
		remark = f.texts.Withheld
	}
	row = append(row, document.YesNo(a.Wider), document.Number(strconv.Itoa(a.Number)), document.Date(Day(a.Submitted)),
		document.YesNo(a.Late), document.YesNo(a.Entered), document.YesNo(a.Withheld),
		document.Words(remark), document.Words(strings.Join(a.Organisations, "\n")))
	if a.Withheld {
		return row
	}
	for _, t := range f.ahq.Questionnaire.Tables {
		row = append(row, document.Number(strconv.Itoa(len(recordsOf(t, a.Content)))))
	}
	return f.answersTo(row, a, f.ahq.Questionnaire.Questions, a.Content.Answers)
}

// answersTo adds the answer to each question, or an empty cell where it was not
// asked.
func (f account) answersTo(row []document.Value, a filteredAnswer, questions []forms.Question, answers map[string]forms.Answer) []document.Value {
	for i := range questions {
		q := &questions[i]
		if !isPut(q, a.NCP, answers) {
			row = append(row, document.Value{})
			continue
		}
		row = append(row, document.Words(f.typed(a, answers[q.ID])))
	}
	return row
}

// typed is an answer as it stands in a cell: its text to the letter, or in words
// why there is none.
func (f account) typed(a filteredAnswer, answer forms.Answer) string {
	blank := strings.TrimSpace(answer.Text) == ""
	switch {
	case answer.Reason == forms.SameAs && blank:
		return f.sameAs(a, answer.As)
	case answer.Reason == forms.SameAs:
		return answer.Text + "\n" + f.sameAs(a, answer.As)
	case !blank:
		return answer.Text
	case answer.Reason != "":
		return reasonWords[answer.Reason]
	default:
		return notAnswered
	}
}

// recordsSheet has a row for each record, whole.
func (f account) recordsSheet() document.Sheet {
	s := document.Sheet{
		Name: "Records", About: "A row for each filled-in table. This sheet alone is the CSV file of the edition.",
		Columns: append(f.keyColumns(), document.Column{Title: "Note", About: "What the NCP noted of the record.", Width: 30, Wrap: true}),
		Rows:    f.recordRows,
	}
	for _, t := range f.ahq.Questionnaire.Tables {
		for _, q := range t.Questions() {
			s.Columns = append(s.Columns, f.questionColumn(q))
		}
	}
	return s
}

func (f account) recordRows(yield func([]document.Value) bool) {
	var row []document.Value
	for _, a := range f.answers {
		for _, r := range a.Content.Records {
			row = f.recordRow(row[:0], a, r)
			if !yield(row) {
				return
			}
		}
	}
}

func (f account) recordRow(row []document.Value, a filteredAnswer, r forms.Record) []document.Value {
	row = f.keys(row, a, &r)
	if r.Note == (forms.Answer{}) {
		row = append(row, document.Value{})
	} else {
		row = append(row, document.Words(f.typed(a, r.Note)))
	}
	own, known := f.sections[r.Section]
	for _, t := range f.ahq.Questionnaire.Tables {
		if known && t.ID == own.table {
			return f.answersTo(row, a, own.questions, r.Cells)
		}
		row = append(row, make([]document.Value, len(t.Questions()))...)
	}
	return row
}
