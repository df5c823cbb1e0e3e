package reading

import (
	"fmt"
	"strings"

	"ahq/forms"
)

// A writer makes a proposal out of what was found.
type writer struct {
	*scan
	Proposal
	asked  forms.Questionnaire
	leftAt int // the line that was left last; -1: none
}

func (w *writer) mark(from, to int, as use) {
	for i := from; i < to; i++ {
		w.uses[i] = as
	}
}

// write the runs of a document, each up to where the next begins, or its heading.
func (w *writer) write(runs []run) {
	headings := make([][]int, len(runs)+1)
	lists := make([]bool, len(runs))
	below, answer := 0, false
	for i, r := range runs {
		if !r.title && r.table != asksOnce {
			headings[i] = w.heading(r.marks[0], below, answer)
		}
		lists[i] = i+1 < len(runs) && w.lists(r)
		below, answer = r.last().end(), !r.title && !lists[i] && !w.answered(r.last())
	}
	for i, r := range runs {
		if lists[i] && i == 0 {
			w.listed(r)
		}
		if lists[i] {
			w.mark(r.marks[0].from(), r.last().from(), asLabel) // and the blanks to fill in
		}
		end := len(w.Text)
		if i+1 < len(runs) {
			end = runs[i+1].marks[0].from()
			if h := headings[i+1]; len(h) > 0 {
				end = w.Lines[h[0]].From
			}
		}
		for _, m := range r.marks {
			w.label(m)
		}
		if !r.title && !lists[i] {
			w.run(r, headings[i], end, len(headings[i+1]) > 0)
		}
	}
	w.header(w.firstAnswer(runs, headings, lists))
	w.Content.NCP = w.Header.By
}

// listed keeps the questions that the header of a document lists.
func (w *writer) listed(r run) {
	for _, m := range r.marks {
		w.Header.Questions = append(w.Header.Questions, m.question)
	}
}

// firstAnswer is where the first answer begins, or its heading.
func (w *writer) firstAnswer(runs []run, headings [][]int, lists []bool) int {
	for i, r := range runs {
		if r.title || lists[i] {
			continue
		}
		if h := headings[i]; len(h) > 0 {
			return w.Lines[h[0]].From
		}
		return r.marks[0].from()
	}
	return len(w.Text)
}

// answered says whether an answer stands between the parts of a label.
func (w *writer) answered(m mark) bool {
	return len(m.parts) > 1 && len(w.answer(mark{m.label, m.parts[:1], 0}, m.parts[1].from)) > 0
}

// label marks where a label stands.
func (w *writer) label(m mark) {
	for i, p := range m.parts {
		w.mark(p.from, p.to, asLabel)
		behind := w.Text[p.to:w.Lines[min(w.lineAt(p.to)+2, len(w.Lines)-1)].To]
		w.mark(p.to, p.to+m.tailIn(behind, i), asLabel)
	}
}

// lists says whether a run is the list of questions in the header of a document:
// nothing stands between them.
func (w *writer) lists(r run) bool {
	if len(r.marks) < 2 || r.title {
		return false
	}
	for i, m := range r.marks[:len(r.marks)-1] {
		if strings.Trim(w.text(w.answer(m, r.marks[i+1].from())), "_.…☐□ \n") != "" {
			return false
		}
	}
	return true
}

// answer is the pieces of what stands behind a label, up to a place.
func (w *writer) answer(m mark, end int) (all []piece) {
	end = w.within(m, end)
	for i, p := range m.parts {
		to := end
		if i+1 < len(m.parts) {
			to = m.parts[i+1].from
		}
		from := min(p.to+m.tailIn(w.Text[p.to:max(p.to, to)], i), to)
		if from < to {
			all = append(all, w.trimmed(w.pieces(from, to))...)
		}
	}
	return w.trimmed(all)
}

// within is how far what stands behind a label may be its answer: in a table, to the
// next row that asks something else, and not beyond the table.
func (w *writer) within(m mark, end int) int {
	at := w.lineAt(m.end())
	asks := w.Lines[at].Cell
	if asks == (Spot{}) {
		return end
	}
	for i := at + 1; i < len(w.Lines) && w.Lines[i].From < end; i++ {
		cell := w.Lines[i].Cell
		if w.blank(i) {
			continue
		}
		if cell.Table != asks.Table || cell.Row != asks.Row && cell.Column <= asks.Column && w.besideOthers(i) && strings.ContainsFunc(w.line(i), isWord) {
			return w.Lines[i].From
		}
	}
	return end
}

// besideOthers says whether the row of a line has something in a later cell, too.
func (w *writer) besideOthers(i int) bool {
	cell := w.Lines[i].Cell
	for i++; i < len(w.Lines) && w.Lines[i].Cell.Table == cell.Table && w.Lines[i].Cell.Row == cell.Row; i++ {
		if w.Lines[i].Cell.Column > cell.Column && !w.blank(i) {
			return true
		}
	}
	return false
}

// run writes the answers of a record, and those asked once.
func (w *writer) run(r run, heading []int, end int, stolen bool) {
	record := forms.Record{Section: w.sectionOf(r), Cells: map[string]forms.Answer{}}
	var placed []placing
	for i, m := range r.marks {
		to := end
		if i+1 < len(r.marks) {
			to = r.marks[i+1].from()
		}
		pieces := w.answer(m, to)
		p := placing{m, pieces, w.found(m, pieces, i+1 == len(r.marks) && stolen)}
		switch text := w.text(pieces); {
		case m.table == asksOnce:
			w.once(p, text)
		case m.question != noteLabel:
			record.Cells[m.question] = forms.Answer{Text: text}
			placed = append(placed, p)
		case text != "":
			record.Note.Text = text
			placed = append(placed, p)
		}
	}
	if r.table == asksOnce || allEmpty(record) {
		return
	}
	at := fmt.Sprintf("records[%d].", len(w.Content.Records))
	for _, p := range placed {
		w.place(at+p.question, p)
	}
	w.head(&record, heading, at)
	w.Content.Records = append(w.Content.Records, record)
}

// A placing is an answer that found its label.
type placing struct {
	mark
	pieces []piece
	found  Found
}

// once keeps the answer to a question that is asked once: the first, if the
// document has several.
func (w *writer) once(p placing, text string) {
	if _, twice := w.Content.Answers[p.question]; twice || text == "" {
		return
	}
	if w.Content.Answers == nil {
		w.Content.Answers = map[string]forms.Answer{}
	}
	w.Content.Answers[p.question] = forms.Answer{Text: text}
	w.place(p.question, p)
}

func (w *writer) place(at string, p placing) {
	w.Found[at] = p.found
	for _, piece := range p.pieces {
		w.mark(piece.from, piece.to, asText)
	}
}

func allEmpty(r forms.Record) bool {
	for _, a := range r.Cells {
		if a.Text != "" {
			return false
		}
	}
	return true
}

// sectionOf a run: the one under whose title it stands, or the only one there is.
func (w *writer) sectionOf(r run) string {
	if r.table == asksOnce {
		return ""
	}
	sections := w.asked.Tables[r.table].Sections
	for _, s := range sections {
		if s.ID == r.section {
			return s.ID
		}
	}
	if len(sections) > 0 {
		return sections[0].ID
	}
	return ""
}

// head gives a record its heading and its countries.
func (w *writer) head(r *forms.Record, lines []int, at string) {
	if len(lines) == 0 {
		return
	}
	var texts []string
	for _, i := range lines {
		texts = append(texts, strings.TrimSpace(w.line(i)))
		w.mark(w.Lines[i].From, w.Lines[i].To, asHeading)
	}
	r.Heading = strings.Join(texts, "\n")
	r.Countries, _ = forms.CountriesIn(r.Heading)
	first := w.Lines[lines[0]]
	w.Found[at+"heading"] = Found{
		Line: w.number(lines[0]), Page: w.page(first), Cell: first.Cell.String(), Source: r.Heading, Sure: 0.95,
	}
}

// The measures of how sure a text is in its place, each taken off.
const (
	perLetter  = 0.03 // of the label that is wrong
	cutLabel   = 0.05 // the label was cut by a page
	atHeading  = 0.1  // its end is where a heading was made out
	pageInside = 0.05 // a page ends in it
	emptyPlace = 0.3  // nothing is there
	mostSure   = 0.99
)

// found says where a text stands and how sure that is.
func (w *writer) found(m mark, all []piece, stolen bool) Found {
	f, line := Found{Sure: mostSure}, w.lineAt(m.from())
	f.Sure -= perLetter*float64(m.wrong) + cutLabel*float64(len(m.parts)-1)
	if stolen {
		f.Sure -= atHeading
	}
	if len(all) == 0 {
		f.Sure -= emptyPlace
	} else if len(m.parts) == 1 && w.paged(all[0].line, all[len(all)-1].line) {
		f.Sure -= pageInside
	}
	var source []string
	for i, p := range all {
		if text := w.Text[p.from:p.to]; strings.TrimSpace(text) != "" {
			source = append(source, text)
		}
		if i == 0 {
			line = p.line
		}
	}
	at := w.Lines[line]
	f.Line = w.number(line)
	f.Page, f.Cell, f.Source = w.page(at), at.Cell.String(), strings.Join(source, "\n")
	f.Sure = float64(int(100*max(f.Sure, 0.1)+0.5)) / 100
	return f
}

// page of a line, where the document has pages.
func (w *writer) page(l Line) int {
	if w.Lines[len(w.Lines)-1].Page <= 1 {
		return 0
	}
	return l.Page
}

// leftovers lists what was taken for nothing.
func (w *writer) leftovers() {
	for i, l := range w.Lines {
		from := l.From
		for from < l.To {
			if w.uses[from] != leftOver {
				from++
				continue
			}
			to := from
			for to < l.To && w.uses[to] == leftOver {
				to++
			}
			if text := strings.TrimSpace(w.Text[from:to]); text != "" {
				w.leave(i, text)
			}
			from = to
		}
	}
}

// leave a text; lines that follow one another are one.
func (w *writer) leave(i int, text string) {
	if n := len(w.Left); n > 0 && w.leftAt >= 0 && w.adjacent(w.leftAt, i) {
		w.Left[n-1].Text += "\n" + text
	} else {
		w.Left = append(w.Left, Left{Line: w.number(i), Page: w.page(w.Lines[i]), Text: text})
	}
	w.leftAt = i
}

// adjacent: nothing but blank lines stands between two.
func (w *writer) adjacent(above, below int) bool {
	for i := above + 1; i < below; i++ {
		if !w.blank(i) {
			return false
		}
	}
	return true
}
