package workflow

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ahq/workflow/document"
)

// around is how many words are told on either side of a change.
const around = 12

// changed is the list of changes since the edition before, where there was one.
func (f filtered) changed() []document.Block {
	if f.since == 0 {
		return nil
	}
	blocks := []document.Block{heading(1, fmt.Sprintf("Changes since edition %d", f.since))}
	if len(f.changes) == 0 {
		return append(blocks, document.Paragraph{Text: document.Plain("No answer has changed.")})
	}
	blocks = append(blocks, f.changeFacts())
	for _, c := range f.changes {
		if c.Kind == AmendedAnswer {
			blocks = append(blocks, heading(2, c.Name), c.table())
		}
	}
	return blocks
}

// changeFacts name those whose answer changed, kind by kind.
func (f filtered) changeFacts() document.Facts {
	var facts document.Facts
	for _, kind := range []struct {
		kind  ChangeKind
		label string
		name  func(Change) string
	}{
		{NewAnswer, "New", func(c Change) string { return c.Name }},
		{AmendedAnswer, "Amended", func(c Change) string { return c.Name + ", " + counted(len(c.Cells), "change") }},
		{WithdrawnAnswer, "Withdrawn", func(c Change) string { return c.Name }},
		{NewDissemination, "Dissemination changed", func(c Change) string {
			if c.Wider {
				return c.Name + ", now disseminated wider"
			}
			return c.Name + ", no longer disseminated wider"
		}},
	} {
		var names []string
		for _, c := range f.changes {
			if c.Kind == kind.kind {
				names = append(names, kind.name(c))
			}
		}
		if len(names) > 0 {
			facts = append(facts, fact(kind.label, strings.Join(names, "; ")))
		}
	}
	return facts
}

// table has what each cell said and says, record by record.
func (c Change) table() document.Table {
	table := document.Table{
		Caption: "Changes in the answer of " + c.Name, Widths: []int{24, 38, 38}, Header: headers("Answer", "Was", "Is"),
	}
	record := ""
	for _, cell := range c.Cells {
		if cell.Record != record && cell.Title != "" {
			table.Rows = append(table.Rows, separator(cell.Title, 3))
		}
		record = cell.Record
		table.Rows = append(table.Rows, cell.row())
	}
	return table
}

func (c CellChange) row() document.Row {
	was, is := side(c.Words, Removed), side(c.Words, Added)
	switch c.Whole {
	case Added:
		was, is = quiet("Not reported."), quiet("Added, see below.")
	case Removed:
		was, is = quiet("Reported."), quiet("Removed.")
	}
	return document.Row{Cells: []document.Cell{
		{Header: true, Blocks: paragraphs(c.Label)}, {Blocks: []document.Block{was}}, {Blocks: []document.Block{is}},
	}}
}

// side is one of the two texts: what stands in it alone is strong, and of what
// stands in both as much is told as is needed to find the place.
func side(pieces []WordPiece, alone WordChange) document.Block {
	var text document.Text
	pieces = Nearby(pieces)
	for i, p := range pieces {
		switch p.Change {
		case alone:
			text = append(text, spoken(document.Span{Text: p.Text, Strong: true})...)
		case "":
			text = append(text, spoken(document.Span{Text: p.Text, Strong: isIsland(pieces, i, alone)})...)
		default: // stands in the other text
		}
	}
	if len(text) == 0 {
		return quiet(notAnswered)
	}
	last := &text[len(text)-1]
	last.Text = strings.TrimRightFunc(last.Text, unicode.IsSpace)
	return document.Paragraph{Text: text}
}

// Nearby are the pieces of two texts, with as much of what stands in both as is
// needed to find the place.
func Nearby(pieces []WordPiece) []WordPiece {
	short := slices.Clone(pieces)
	for i, p := range short {
		if p.Change == "" {
			short[i].Text = near(p.Text, i > 0, i < len(pieces)-1)
		}
	}
	return short
}

// island is how many words that stand in both texts are lost between two changes:
// where a sentence was written anew, nobody cares that "it was" is in both.
const island = 2

// isIsland says whether a piece is no more than that, and something that stands in
// the one text alone is on both sides of it.
func isIsland(pieces []WordPiece, i int, alone WordChange) bool {
	return len(wordsOf(pieces[i].Text)) <= island && touches(pieces, i, -1, alone) && touches(pieces, i, 1, alone)
}

// touches says whether such a change is next to a piece, on this side of it.
func touches(pieces []WordPiece, i, step int, change WordChange) bool {
	for i += step; i >= 0 && i < len(pieces) && pieces[i].Change != ""; i += step {
		if pieces[i].Change == change {
			return true
		}
	}
	return false
}

// near is the words of a text that stand next to a change before it or after it.
func near(text string, after, before bool) string {
	words := wordsOf(text)
	head, tail := 0, 0
	if after {
		head = around
	}
	if before {
		tail = around
	}
	if head+tail >= len(words) {
		return text
	}
	return strings.Join(words[:head], "") + "… " + strings.Join(words[len(words)-tail:], "")
}
