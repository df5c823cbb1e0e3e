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
	asked forms.Questionnaire
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

// run writes the answers of a record, and those asked once.
func (w *writer) run(r run, heading []int, end int, stolen bool) {
	record := forms.Record{Section: w.sectionOf(r), Cells: map[string]forms.Answer{}}
	placed := make([]placing, 0, len(r.marks))
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
	w.head(&record, r.marks[0], heading, at)
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

// head gives a record its heading and its countries. The title that a heading repeats
// is no part of it; what else stands there is.
func (w *writer) head(r *forms.Record, first mark, lines []int, at string) {
	if len(lines) == 0 {
		return
	}
	var texts []string
	for _, i := range lines {
		texts = append(texts, strings.TrimSpace(w.line(i)))
		w.mark(w.Lines[i].From, w.Lines[i].To, asHeading)
	}
	r.Heading = strings.Join(texts, "\n")
	begins := w.Lines[lines[0]]
	if country, title, ok := countryAndTitle(r.Heading); ok && onlyCountries(country) && !strings.Contains(country, "\n") && w.follows(first, title) {
		w.mark(begins.From+strings.Index(w.Text[begins.From:], ": "), w.Lines[lines[len(lines)-1]].To, asFurniture)
		r.Heading = country
	}
	r.Countries, _ = forms.CountriesIn(r.Heading)
	w.Found[at+"heading"] = Found{
		Line: w.number(lines[0]), Page: w.page(begins), Cell: begins.Cell.String(), Source: r.Heading, Sure: 0.95,
	}
}
