package document

import "slices"

// document is a form as Word has it: each entry a table with a row for each field.
func (f Form) document() Document {
	d := Document{
		Title: f.Title, Subject: f.Subject, Author: f.Author, Language: f.Language, Running: f.Running, Made: f.Made, Seal: f.Seal,
		Blocks: []Block{Heading{Level: 1, Text: Plain(f.Title)}, f.Facts, List{Items: f.guide(DOCX)}},
	}
	for _, p := range f.Parts {
		d.Blocks = append(d.Blocks, Heading{Level: 2, Text: Plain(p.Title)})
		for _, e := range p.Entries {
			if e.Title != "" {
				d.Blocks = append(d.Blocks, Heading{Level: 3, Text: Plain(e.Title)})
			}
			d.Blocks = append(d.Blocks, e.table())
		}
	}
	return d
}

// guide is how the form is filled in, and what is to know of its format.
func (f Form) guide(format Format) (items []Text) {
	for _, line := range slices.Concat(f.Guide, []string{f.Beside[format]}) {
		if line != "" {
			items = append(items, Plain(line))
		}
	}
	return items
}

func (e FormEntry) table() Table {
	t := Table{Caption: e.Title, Widths: []int{35, 65}, Locked: true}
	for _, f := range e.in(DOCX) {
		t.Rows = append(t.Rows, f.row(e.ID))
	}
	return t
}

func (f FormField) row(entry string) Row {
	if f.Heads {
		return Row{Separator: true, Cells: []Cell{{Blocks: []Block{Paragraph{Text: Plain(f.Label)}}, Span: 2}}}
	}
	head := Cell{Header: true, Blocks: []Block{Paragraph{Text: Plain(f.Label)}}}
	if f.Help != "" {
		head.Blocks = append(head.Blocks, Paragraph{Style: Quiet, Text: Plain(f.Help)})
	}
	return Row{Cells: []Cell{head, f.cell(entry)}}
}

func (f FormField) cell(entry string) Cell {
	if f.Shut != "" || f.Key == "" {
		return Cell{Blocks: []Block{Paragraph{Text: Plain(f.Shut + f.Text)}}}
	}
	fill := &Fill{Tag: entry + "." + f.Key, Title: f.Label, Text: f.Text, Hint: f.Hint}
	if f.Strict {
		fill.Choices = f.Choices
	}
	return Cell{Fill: fill}
}
