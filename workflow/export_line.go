package workflow

import (
	"ahq/forms"
	"ahq/workflow/document"
)

// A line is one row of a table across all its records.
type line struct {
	heading string
	always  bool // asked of everybody in the audience: that nobody answered is told
	titles  bool // its answers are titles of the records, which go by their headings beside them
	asked   forms.Audience
	say     func(filteredAnswer, forms.Record) (blocks []document.Block, answered bool) // no blocks: the record has no such row
}

// lineOf is the line of a question.
func (f filtered) lineOf(t forms.Table, q forms.Question) line {
	return line{
		heading: label(q) + f.askedOf(q), always: true, titles: q.ID == t.Rows[0].ID, asked: q.Audience,
		say: func(a filteredAnswer, r forms.Record) ([]document.Block, bool) {
			if len(asked([]forms.Question{q}, a.NCP, r.Cells)) == 0 {
				return nil, false
			}
			return f.said(a, r.Cells[q.ID]), !empty(r.Cells[q.ID])
		},
	}
}

// linesBeside are what a record has beside the answers to its questions.
func (f filtered) linesBeside() []line {
	return []line{
		{heading: "Status", say: func(_ filteredAnswer, r forms.Record) ([]document.Block, bool) {
			if r.Status == "" {
				return nil, false
			}
			return paragraphs(statusWords[r.Status]), true
		}},
		{heading: "Notes", say: func(a filteredAnswer, r forms.Record) ([]document.Block, bool) {
			if r.Note == (forms.Answer{}) {
				return nil, false
			}
			return f.said(a, r.Note), true
		}},
	}
}

// line is a heading, and a table for each section, in which every country names
// the records that are its.
func (f filtered) line(t forms.Table, l line) []document.Block {
	var tables []document.Block
	answered := false
	for _, s := range sectionsOf(t) {
		rows, some := f.lineRows(t, s, l)
		if len(rows) == 0 {
			continue
		}
		answered = answered || some
		caption := l.heading
		if len(t.Sections) > 1 {
			tables = append(tables, heading(3, s.Title))
			caption += " " + s.Title
		}
		tables = append(tables, document.Table{
			Caption: caption, Widths: []int{30, 70}, Rows: rows,
			Header: headers("Country and "+t.Record, "Response"),
		})
	}
	if !answered && !l.always {
		return nil
	}
	blocks := []document.Block{heading(2, l.heading)}
	if l.always {
		blocks = append(blocks, f.withheldOf(l.asked)...)
	}
	if !answered {
		return append(blocks, quiet(nobodyAnswered))
	}
	return append(blocks, tables...)
}

// lineRows are the records of one section, country by country.
func (f filtered) lineRows(t forms.Table, s forms.Section, l line) (rows []document.Row, answered bool) {
	for _, a := range f.answers {
		first, headings := true, map[string]int{}
		if !l.titles {
			headings = headingsOf(a, s)
		}
		for _, r := range a.Content.Records {
			if r.Section != s.ID {
				continue
			}
			blocks, some := l.say(a, r)
			if len(blocks) == 0 {
				continue
			}
			if first {
				rows = append(rows, separator(a.Name, 2))
			}
			rows, first, answered = append(rows, headed(shortTitle(t, r, headings), blocks)), false, answered || some
		}
	}
	return rows, answered
}

// headingsOf counts the records of an NCP in a section by their headings.
func headingsOf(a filteredAnswer, s forms.Section) map[string]int {
	headings := map[string]int{}
	for _, r := range a.Content.Records {
		if r.Section == s.ID {
			headings[recordHeading(r)]++
		}
	}
	return headings
}

// shortTitle of a record is its heading, where no other record beside it has the
// same.
func shortTitle(t forms.Table, r forms.Record, headings map[string]int) string {
	if heading := recordHeading(r); heading != "" && headings[heading] < 2 {
		return heading
	}
	return recordTitle(t, r)
}
