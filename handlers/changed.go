package handlers

import (
	"slices"

	"ahq/workflow"
)

// A changedPart is a record, or what is asked once, with what changed in it.
type changedPart struct {
	Name  string // of the record; "" what is asked once
	URL   string
	Whole phrase // it is new, or gone
	Cells []changedCell
}

// A changedCell is one answer that reads differently.
type changedCell struct {
	Label phrase
	Words []workflow.WordPiece
}

// changedParts are the changes from one version to a later one by records, with a
// way to each on the page of the later.
func changedParts(changes []workflow.CellChange) []changedPart {
	var parts []changedPart
	last := ""
	for i, c := range changes {
		if i == 0 || c.Record != last {
			parts = append(parts, changedPart{Name: c.Title, URL: partURL(c.Record)})
			last = c.Record
		}
		part := &parts[len(parts)-1]
		switch c.Whole {
		case workflow.Added:
			part.Whole = say("changed.added")
		case workflow.Removed:
			part.Whole, part.URL = say("changed.removed"), ""
		default:
			part.Cells = append(part.Cells, changedCell{changedLabel(c), workflow.Nearby(c.Words)})
		}
	}
	return parts
}

func partURL(record string) string {
	if record == "" {
		return ""
	}
	return "#" + answerAnchor(record, "")
}

// changedAt a cell, word by word; nothing where it reads as before.
func changedAt(changes []workflow.CellChange, record, cell string) []workflow.WordPiece {
	i := slices.IndexFunc(changes, func(c workflow.CellChange) bool { return c.Record == record && c.Question == cell })
	if i < 0 {
		return nil
	}
	return workflow.Nearby(changes[i].Words)
}

// changedLabel is what a changed cell is called.
func changedLabel(c workflow.CellChange) phrase {
	if c.Question == "section" {
		return say("record.section")
	}
	if words, own := ownLabels[c.Question]; own {
		return words
	}
	return plain(c.Label)
}

// cellCount is how many answers changed; a record that is new or gone is one.
func cellCount(parts []changedPart) (n int) {
	for _, p := range parts {
		n += max(len(p.Cells), 1)
	}
	return n
}
