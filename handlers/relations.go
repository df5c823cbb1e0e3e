package handlers

import (
	"net/url"
	"strings"

	"ahq/models"
	"ahq/workflow"
)

// A relationField says how an AHQ belongs to an earlier one.
type relationField struct {
	Number    int
	Kinds     []choice
	Reference string
}

// relationFields are those of a form, with one more to fill in.
func relationFields(named []workflow.EarlierAHQ) []relationField {
	var all []relationField
	for i, one := range append(named[:len(named):len(named)], workflow.EarlierAHQ{}) {
		all = append(all, relationField{i + 1, chosen(linkKinds, string(one.Kind)), one.Reference})
	}
	return all
}

// typedRelations are those that name an AHQ.
func typedRelations(form url.Values) []workflow.EarlierAHQ {
	var all []workflow.EarlierAHQ
	kinds := form["relation_kind"]
	for i, reference := range form["relation"] {
		if reference = strings.TrimSpace(reference); reference != "" && i < len(kinds) {
			all = append(all, workflow.EarlierAHQ{Kind: models.LinkKind(kinds[i]), Reference: reference})
		}
	}
	return all
}

func relationsText(named []workflow.EarlierAHQ) phrase {
	var parts []phrase
	for _, one := range named {
		parts = append(parts, say("relations.of", "Kind", relations[one.Kind], "Reference", one.Reference))
	}
	return oneAfterAnother(parts)
}
