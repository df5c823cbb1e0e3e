package reading

import "ahq/forms"

// For the tests of what reads other formats: they may import this package, and
// what it is tested with.
var (
	PrintedAsWord = printedAsWord
	Seed          = seed
	SameCells     = sameCells
	Norway        = norway
)

// UglyContent is what an ugly document was printed of.
func UglyContent(q forms.Questionnaire, seed int) forms.Content {
	return uglyDocuments(q).Example(seed).content
}
