package workflow

import (
	"ahq/models"
	"ahq/workflow/document"
)

// AsPrinted is a text as a document prints it: paragraphs, lists and links.
func AsPrinted(text string) []document.Block { return blocksOf(text) }

// VersionChanges are the answers that read differently in a later version of a
// response, in the order of the page. A draft that is compared is a version
// without a number.
func VersionChanges(a models.AHQ, was, is models.Version) []CellChange {
	f := filtered{ahq: a}
	return comparison{before: f, after: f, was: ofVersion(was), is: ofVersion(is)}.cells()
}

func ofVersion(v models.Version) filteredAnswer {
	return filteredAnswer{NCP: v.Content.NCP, Organisations: v.Organisations, Content: v.Content}
}
