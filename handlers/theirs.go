package handlers

import (
	"ahq/forms"
	"ahq/workflow"
)

// Theirs is what somebody else saved meanwhile, and how it differs from what was
// typed here.
type theirs struct {
	Text   string
	Reason phrase
	Words  []workflow.WordPiece // added: only here; removed: only theirs
}

func theirsOf(mine string, a forms.Answer, named func(string) string) *theirs {
	return &theirs{Text: a.Text, Reason: reasonText(a, named), Words: workflow.WordChanges(a.Text, mine)}
}
