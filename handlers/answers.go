package handlers

import "ahq/forms"

// Answers are a whole response to be read: what is asked once, then every
// record, in printed order.
type answers struct {
	Once     []answerRow
	OnceURL  string
	Sections []answerSection
}

// An answerSection holds the records of one section.
type answerSection struct {
	Title   string
	Records []answerRecord
}

// An answerRecord is one record to be read.
type answerRecord struct {
	ID      string
	URL     string // where it is changed; "" where it is not
	Name    string
	Heading string
	Facts   phrase // countries and status, in words
	Note    answerRow
	Rows    []answerRow
	By      string // the title of the follow-up
	Follow  []answerRow
}

// An answerRow is one question and its answer.
type answerRow struct {
	ID       string
	URL      string
	Label    phrase
	Text     string
	Reason   phrase
	Problems []problemView
}

// A reader turns a content into what is to be read.
type reader struct {
	form     forms.Questionnaire
	content  forms.Content
	asked    func([]forms.Question) []forms.Question
	pageOf   func(record string) string // where it is changed; "" where it is not
	problems func(record, cell string) forms.Problems
}

// reader of a draft, with ways to change it.
func (d desk) reader() reader {
	page := func(record string) string {
		switch {
		case !d.Editable():
			return ""
		case record == "":
			return d.URL("questions")
		default:
			return d.RecordURL(record)
		}
	}
	return reader{d.AHQ.Questionnaire, d.Content, d.asked, page, d.problems}
}

func (r reader) answers() answers {
	all := answers{OnceURL: r.pageOf("")}
	for _, q := range r.asked(r.form.Questions) {
		all.Once = append(all.Once, r.row("", q, r.content.Answers[q.ID]))
	}
	for _, t := range r.form.Tables {
		sections := t.Sections
		if len(sections) == 0 {
			sections = []forms.Section{{Title: t.Title}}
		}
		for _, s := range sections {
			all.Sections = append(all.Sections, r.section(t, s))
		}
	}
	return all
}

func (r reader) section(t forms.Table, s forms.Section) answerSection {
	section := answerSection{Title: s.Title}
	for _, record := range r.content.Records {
		if record.Section == s.ID {
			section.Records = append(section.Records, r.record(t, record))
		}
	}
	return section
}

func (r reader) record(t forms.Table, record forms.Record) answerRecord {
	view := answerRecord{
		ID: record.ID, URL: r.pageOf(record.ID), Name: nameOf(r.form, r.content, record), Heading: record.Heading,
		Facts: statusText(record.Status), Note: r.row(record.ID, noteQuestion, record.Note),
	}
	for _, q := range r.asked(t.Rows) {
		view.Rows = append(view.Rows, r.row(record.ID, q, record.Cells[q.ID]))
	}
	if t.FollowUp != nil {
		view.By = t.FollowUp.Title
		for _, q := range r.asked(t.FollowUp.Questions) {
			view.Follow = append(view.Follow, r.row(record.ID, q, record.Cells[q.ID]))
		}
	}
	return view
}

func (r reader) row(record string, q forms.Question, a forms.Answer) answerRow {
	row := answerRow{
		ID: q.ID, Label: labelOf(q), Text: a.Text, Reason: reasonText(a, r.named),
		Problems: viewsOf(r.problems(record, q.ID)),
	}
	if page := r.pageOf(record); page != "" {
		row.URL = page + "#" + q.ID
	}
	return row
}

// named is what a record is called, by its id.
func (r reader) named(id string) string {
	for _, record := range r.content.Records {
		if record.ID == id {
			return nameOf(r.form, r.content, record)
		}
	}
	return id
}

func statusText(status forms.Status) phrase {
	for _, s := range recordStatuses {
		if s.Value != "" && s.Value == string(status) {
			return s.Text
		}
	}
	return phrase{}
}
