package document

import (
	"iter"
	"maps"
	"slices"
)

// Missing are the characters that a PDF of the document cannot show, because no
// font has them: each is printed as a box with its number, and is there when the
// text is copied. The other formats leave fonts to those who read them.
func Missing(d Document) ([]rune, error) {
	missing, known := map[rune]bool{}, map[rune]bool{}
	for s := range d.spans() {
		for _, r := range s.Text + s.Note {
			if known[r] {
				continue
			}
			known[r] = true
			ok, err := covered(r)
			if err != nil {
				return nil, err
			}
			if !ok {
				missing[r] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(missing)), nil
}

// spans are all the texts of a document, in order.
func (d Document) spans() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		if yield(Span{Text: d.Running}) {
			eachSpan(d.Blocks, yield)
		}
	}
}

// eachSpan goes on until it is told to stop, and says whether it was not.
func eachSpan(blocks []Block, yield func(Span) bool) bool {
	for _, b := range blocks {
		for _, text := range textsOf(b) {
			for _, s := range text {
				if !yield(s) {
					return false
				}
			}
		}
		if t, ok := b.(Table); ok && !eachCell(t, yield) {
			return false
		}
	}
	return true
}

func eachCell(t Table, yield func(Span) bool) bool {
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			if !eachSpan(cell.Blocks, yield) {
				return false
			}
		}
	}
	return true
}

// textsOf are the texts that a block has of its own.
func textsOf(b Block) []Text {
	switch b := b.(type) {
	case Heading:
		return []Text{b.Text}
	case Facts:
		var texts []Text
		for _, fact := range b {
			texts = append(texts, Plain(fact.Label), fact.Text)
		}
		return texts
	case Table:
		return b.Header
	case Contents:
		return []Text{Plain(b.Title)}
	case Chart:
		texts := []Text{Plain(b.Title)}
		for _, name := range b.Categories {
			texts = append(texts, Plain(name))
		}
		for _, s := range b.Series {
			texts = append(texts, Plain(s.Name))
		}
		return texts
	}
	return paragraphsOf(b)
}
