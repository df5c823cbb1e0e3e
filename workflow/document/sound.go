package document

import "fmt"

// sound refuses what no writer could print faithfully, before a byte is
// written.
func sound(blocks []Block) error {
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			if b.Level < 0 || b.Level > deepest {
				return fmt.Errorf("heading %q has level %d: use 0 to %d", b.Text.Plain(), b.Level, deepest)
			}
		case Table:
			if err := soundRows(b); err != nil {
				return fmt.Errorf("table %q: %w", b.Caption, err)
			}
		}
	}
	return nil
}

func soundRows(t Table) error {
	for i, row := range t.Rows {
		for _, cell := range row.Cells {
			for _, b := range cell.Blocks {
				switch b.(type) {
				case Paragraph, List:
				default:
					return fmt.Errorf("row %d: a cell holds paragraphs and lists, so put the %T outside", i+1, b)
				}
			}
		}
	}
	return nil
}
