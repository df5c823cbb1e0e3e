package handlers

import (
	"slices"

	"ahq/forms"
)

// wrongTone is that of an error.
const wrongTone = "wrong"

// The states of a cell, as the list beside the cells says them.
var (
	cellWrong    = label{say("cell.state_error"), wrongTone}
	cellCheck    = label{say("cell.state_check"), urgent}
	cellNoAnswer = label{say("cell.state_none"), good}
	cellDone     = label{say("cell.state_done"), good}
	cellEmpty    = label{say("cell.state_empty"), quiet}
)

// cellState is how far a cell is, the gravest first.
func cellState(v *cellView) label {
	warned := slices.ContainsFunc(v.Problems, func(p problemView) bool { return p.Severity == forms.Warning })
	switch {
	case v.Grave:
		return cellWrong
	case warned || v.LookAgain || v.Theirs != nil:
		return cellCheck
	case v.reason != "":
		return cellNoAnswer
	case v.Text != "":
		return cellDone
	default:
		return cellEmpty
	}
}
