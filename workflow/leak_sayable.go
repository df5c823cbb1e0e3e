package workflow

import (
	"bytes"
	"errors"
	"iter"
	"strconv"

	"github.com/go-json-experiment/json"

	"ahq/workflow/document"
)

// sayable is all that an edition says: as it is printed, where lists have their
// numbers beside the text and where they have them in it, and as data.
func (f filtered) sayable() iter.Seq2[document.Said, error] {
	return func(yield func(document.Said, error) bool) {
		var page, numbered, data bytes.Buffer
		d := f.document(Printing{})
		err := document.Write(&page, document.HTML, d)
		d.Blocks = withNumbers(d.Blocks)
		err = errors.Join(err, document.Write(&numbered, document.HTML, d), json.MarshalWrite(&data, f.json()))
		if err != nil {
			yield(document.Said{}, err)
			return
		}
		for _, file := range []struct {
			format document.Format
			*bytes.Buffer
		}{{document.HTML, &page}, {document.HTML, &numbered}, {JSON, &data}} {
			for said, err := range document.Reveal(file.format, bytes.NewReader(file.Bytes()), int64(file.Len())) {
				if !yield(said, err) {
					return
				}
			}
		}
	}
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
