package reading

import "ahq/forms"

// For the tests of what reads other formats: they may import this package, and
// what it is tested with.
var (
	PrintedBody = printedBody
	Word        = word
	SameCells   = sameCells
	Norway      = norway
)

// UglyContent is what an ugly document was printed of.
func UglyContent(q forms.Questionnaire, seed int) forms.Content {
	content := uglyDocuments(q).Example(seed).content
	for i := range content.Records {
		content.Records[i].Section = q.Tables[0].Sections[0].ID
	}
	return content
}
