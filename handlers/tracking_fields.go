package handlers

import (
	"cmp"
	"slices"
	"strings"

	"ahq/models"
)

// The orders of rows, by what the address calls them.
const (
	sortName  = "name"
	sortState = "state"
	sortLast  = "last"
	sortShare = "share"
)

// rowOrders are how rows can be sorted; those that are alike stay by name.
var rowOrders = map[string]func(a, b matrixRow) int{
	sortName:  func(matrixRow, matrixRow) int { return 0 }, // as they are read
	sortState: func(a, b matrixRow) int { return cmp.Compare(a.order, b.order) },
	sortLast:  func(a, b matrixRow) int { return b.last.Compare(a.last) },
	sortShare: func(a, b matrixRow) int { return cmp.Compare(a.Share, b.Share) },
}

// fields are what can be chosen of a matrix, with what is.
func (f following) fields() []choiceField {
	return []choiceField{
		{"by", say("tracking.by"), chosen([]choice{
			{Value: byRecord, Text: say("tracking.by_record")}, {Value: byQuestion, Text: say("tracking.by_question")},
		}, f.By)},
		{"state", say("tracking.state"), chosen(followedStates(), f.State)},
		{"role", say("tracking.role"), chosen(append([]choice{{Text: say("tracking.any_role")}}, participations...), f.Role)},
		{"sort", say("tracking.sort"), chosen([]choice{
			{Value: sortName, Text: say("tracking.sort_name")}, {Value: sortState, Text: say("tracking.sort_state")},
			{Value: sortLast, Text: say("tracking.sort_last")}, {Value: sortShare, Text: say("tracking.sort_share")},
		}, f.Sort)},
	}
}

// roleName is how an NCP takes part, in words.
func roleName(p models.Participation) phrase {
	i := slices.IndexFunc(participations, func(c choice) bool { return c.Value == string(p) })
	if i < 0 {
		return phrase{}
	}
	return participations[i].Text
}

// followedStates are all that a response can be to those who asked.
func followedStates() []choice {
	all := []choice{{Text: say("ahqs.any_state")}}
	for _, state := range trackStates {
		all = append(all, choice{Value: stateValue(state.label), Text: state.label.Text})
	}
	return all
}

// stateValue is what an address calls a state.
func stateValue(l label) string { return strings.TrimPrefix(l.Text.id, "state.") }
