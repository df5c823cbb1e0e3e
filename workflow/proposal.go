package workflow

import (
	"slices"
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/models"
)

// A Proposal is what a file says, beside what the draft says.
type Proposal struct {
	File     models.Attachment
	Form     bool     // it is a form that we gave out: it is known to the letter what it says
	Warnings []string // that it may be of another AHQ or NCP
	Records  []ProposedRecord
	Left     []reading.Left // what found no place
}

// A ProposedRecord is a record in a file, or the questions asked once.
type ProposedRecord struct {
	Key    string // names it: "once", "r7", "new2"
	ID     string // in the draft; "" for one that would be new
	Title  string
	Cells  []ProposedCell
	record forms.Record
}

// A ProposedCell is an answer in a file, beside the one in the draft.
type ProposedCell struct {
	Key      string // names it: "r7.costs"
	Question string
	Label    string
	Text     string // in words
	Now      string // what the draft says, in words
	Version  int    // of the cell in the draft
	Stand    Stand
	Found    reading.Found
	answer   forms.Answer
	now      models.Cell
}

// A Stand is how an answer in a file stands to the one in the draft.
type Stand string

// The stands. The last three are of forms only, which know what they were made
// of.
const (
	NewAnswerHere Stand = "new"       // the draft has none
	SameAnswer    Stand = "same"      // it says so already
	OtherAnswer   Stand = "different" // it says something else
	ChangedSince  Stand = "changed"   // and both were changed since the form was made
	EmptiedInForm Stand = "emptied"   // the form says nothing any more
	UntouchedForm Stand = "untouched" // the draft was changed since, and the form was not
)

// Asks says whether there is anything to take.
func (s Stand) Asks() bool { return s != SameAnswer && s != UntouchedForm }

// Count the cells of a standing.
func (p Proposal) Count(of ...Stand) (n int) {
	for _, r := range p.Records {
		for _, c := range r.Cells {
			for _, s := range of {
				if c.Stand == s {
					n++
				}
			}
		}
	}
	return n
}

// A comparing puts what was read beside a draft.
type comparing struct {
	ahq   models.AHQ
	draft models.DraftContent
	read  reading.Proposal
	cells map[Place]models.Cell
	taken map[string]bool // records of the draft that have their place
	rows  map[string]models.Record
}

// propose compares what was read with a draft.
func propose(a models.AHQ, d models.DraftContent, file models.Attachment, read reading.Proposal) Proposal {
	c := comparing{ahq: a, draft: d, read: read, cells: map[Place]models.Cell{}, taken: map[string]bool{}, rows: map[string]models.Record{}}
	for _, cell := range d.Cells {
		c.cells[Place{cell.RecordID, cell.Question}] = cell
	}
	for _, r := range d.Records {
		c.rows[r.ID] = r
	}
	p := Proposal{File: file, Form: read.Seal != nil, Left: read.Left, Warnings: c.warnings()}
	if once := c.once(); len(once.Cells) > 0 {
		p.Records = append(p.Records, once)
	}
	for i, r := range read.Content.Records {
		if one := c.record(i, r); len(one.Cells) > 0 {
			p.Records = append(p.Records, one)
		}
	}
	return p
}

// warnings that a document belongs elsewhere, by what it says of itself.
func (c comparing) warnings() []string {
	var all []string
	if by := c.read.Header.By; c.read.Seal == nil && by != "" && by != c.draft.Response.NCP {
		all = append(all, "It says that it is the answer of "+by+".")
	}
	if topic := c.read.Header.Topic; topic != "" && squeezed(topic) != squeezed(c.ahq.Topic) && !strings.Contains(squeezed(topic), squeezed(c.ahq.Topic)) {
		all = append(all, "It says that it is about: “"+topic+"”.")
	}
	return all
}

// squeezed is a text for comparing: its words in lower case.
func squeezed(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

func (c comparing) once() ProposedRecord {
	r := ProposedRecord{Key: reading.Once}
	for _, q := range c.ahq.Questionnaire.Questions {
		if a, there := c.read.Content.Answers[q.ID]; there && q.Audience.Includes(c.draft.Response.NCP) {
			r.add(c.cell(r, q.ID, label(q), a, c.read.Found[q.ID]))
		}
	}
	return r
}

// record is one that was read, beside the record of the draft that it is.
func (c comparing) record(i int, read forms.Record) ProposedRecord {
	table, _ := c.ahq.Questionnaire.Table(read.Section)
	r := ProposedRecord{ID: c.match(table, read), record: read, Key: reading.New + strconv.Itoa(i+1)}
	if r.ID != "" {
		r.Key = r.ID
		c.taken[r.ID] = true
	}
	read.ID = r.ID
	if len(table.Rows) > 0 {
		r.Title = plainLine(recordTitle(table, read))
	}
	at := "records[" + strconv.Itoa(i) + "]."
	r.add(c.cell(r, headingCell, reading.HeadingLabel, forms.Answer{Text: read.Heading}, c.read.Found[at+headingCell]))
	for _, b := range c.besides(table, read) {
		if found, there := c.read.Found[at+strings.TrimPrefix(b.key, "_")]; there { // words that say nothing of it empty nothing
			r.add(c.beside(r, b, found))
		}
	}
	r.add(c.cell(r, noteCell, reading.NoteLabel, read.Note, c.read.Found[at+noteCell]))
	for _, q := range table.Questions() {
		if a, there := read.Cells[q.ID]; there && q.Audience.Includes(c.draft.Response.NCP) {
			r.add(c.cell(r, q.ID, label(q), a, c.read.Found[at+q.ID]))
		}
	}
	return r
}

// add a cell, if there is anything to say of it.
func (r *ProposedRecord) add(c ProposedCell, said bool) {
	if said {
		r.Cells = append(r.Cells, c)
	}
}

// match is the record of the draft that one in a file is: by its id in a form, and
// by its first answer otherwise. So a record that was written in the form only is
// found again when the rest of it is taken.
func (c comparing) match(t forms.Table, read forms.Record) string {
	if _, there := c.rows[read.ID]; c.read.Seal != nil && there {
		if c.taken[read.ID] {
			return ""
		}
		return read.ID
	}
	if len(t.Rows) == 0 || strings.TrimSpace(read.Cells[t.Rows[0].ID].Text) == "" {
		return ""
	}
	for _, r := range c.draft.Records {
		of, _ := c.ahq.Questionnaire.Table(r.Section)
		title := c.cells[Place{r.ID, t.Rows[0].ID}].Text
		if of.ID == t.ID && !c.taken[r.ID] && !c.inForm(r.ID) && squeezed(title) == squeezed(read.Cells[t.Rows[0].ID].Text) {
			return r.ID
		}
	}
	return ""
}

// inForm says whether a form has the record under its own id.
func (c comparing) inForm(id string) bool {
	return c.read.Seal != nil && slices.ContainsFunc(c.read.Content.Records, func(r forms.Record) bool { return r.ID == id })
}
