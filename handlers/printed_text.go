package handlers

import (
	"ahq/workflow"
	"ahq/workflow/document"
)

// A printedBlock is a part of a text as a document prints it: a paragraph, or a
// list where it has items.
type printedBlock struct {
	Text    document.Text
	Items   []document.Text
	Ordered bool
}

// printedBlocks are a text as a document prints it.
func printedBlocks(text string) []printedBlock {
	var blocks []printedBlock
	for _, b := range workflow.AsPrinted(text) {
		switch b := b.(type) {
		case document.Paragraph:
			blocks = append(blocks, printedBlock{Text: b.Text})
		case document.List:
			blocks = append(blocks, printedBlock{Items: b.Items, Ordered: b.Ordered})
		}
	}
	return blocks
}
