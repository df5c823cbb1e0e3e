package workflow

import (
	"bytes"
	"io"
	"iter"
	"strconv"

	"github.com/go-json-experiment/json"

	"ahq/workflow/document"
)

// textByText is the texts of an edition, each by itself. Nearly all that an edition
// says stands in one of them.
func (f filtered) textByText() iter.Seq2[document.Said, error] {
	return func(yield func(document.Said, error) bool) {
		for place, text := range f.open() {
			for _, said := range []document.Said{{Part: place, Text: text}, {Part: place + ", in a list", Text: unnumbered(text)}} {
				if said.Text != "" && !yield(said, nil) {
					return
				}
			}
		}
	}
}

// open are the texts that everybody may read, and where they stand.
func (f filtered) open() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if !yield("topic", f.ahq.Topic) || !yield("background", f.ahq.Background) {
			return
		}
		for _, a := range f.answers {
			for place, text := range saidInContent(a.Organisations, a.Content) {
				if !yield(a.NCP+" "+place, text) {
					return
				}
			}
		}
	}
}

// asPrinted is all that an edition says: as it is printed in each layout, where
// lists have their numbers beside the text and where they have them in it, as
// sheets, in which other words follow each other, and as data.
func (f filtered) asPrinted() iter.Seq2[document.Said, error] {
	return func(yield func(document.Said, error) bool) {
		var err error
		if f.reports, err = f.readBy(inTurn); err != nil {
			yield(document.Said{}, err)
			return
		}
		for _, one := range f.ways() {
			var file bytes.Buffer
			if err := one.write(&file); err != nil {
				yield(document.Said{}, err)
				return
			}
			for said, err := range document.Reveal(one.format, bytes.NewReader(file.Bytes()), int64(file.Len())) {
				if !yield(said, err) {
					return
				}
			}
		}
	}
}

// A way is one in which an edition is said.
type way struct {
	format document.Format
	write  func(io.Writer) error
}

func (f filtered) ways() []way {
	all := []way{
		{document.XLSX, func(out io.Writer) error { return document.WriteWorkbook(out, document.XLSX, f.workbook()) }},
		{JSON, func(out io.Writer) error { return json.MarshalWrite(out, f.json()) }},
	}
	for _, layout := range layouts {
		d := f.document(Printing{Layout: Layout(layout.name)})
		numbered := d
		numbered.Blocks = withNumbers(d.Blocks)
		all = append(all, asPage(d), asPage(numbered))
	}
	return all
}

func asPage(d document.Document) way {
	return way{document.HTML, func(out io.Writer) error { return document.Write(out, document.HTML, d) }}
}

// withNumbers writes the numbers of lists into their items.
func withNumbers(blocks []document.Block) []document.Block {
	numbered := make([]document.Block, len(blocks))
	for i, b := range blocks {
		switch block := b.(type) {
		case document.List:
			b = listWithNumbers(block)
		case document.Table:
			b = tableWithNumbers(block)
		}
		numbered[i] = b
	}
	return numbered
}

func listWithNumbers(l document.List) document.List {
	if !l.Ordered {
		return l
	}
	items := make([]document.Text, len(l.Items))
	for i, item := range l.Items {
		items[i] = append(document.Plain(strconv.Itoa(i+1)+". "), item...)
	}
	return document.List{Items: items}
}

func tableWithNumbers(t document.Table) document.Table {
	rows := make([]document.Row, len(t.Rows))
	for i, row := range t.Rows {
		cells := make([]document.Cell, len(row.Cells))
		for j, cell := range row.Cells {
			cell.Blocks = withNumbers(cell.Blocks)
			cells[j] = cell
		}
		row.Cells = cells
		rows[i] = row
	}
	t.Rows = rows
	return t
}
