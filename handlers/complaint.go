package handlers

import (
	"html/template"
	"net/http"
	"strings"

	"ahq/workflow"
)

// A complaint is what stands in the way of what somebody sent: at which field,
// in words. The page comes back with it, and with all that was typed.
type complaint struct {
	Field string // its anchor in the page; "" the whole
	Text  phrase
}

// complaints about one page.
type complaints []complaint

// On is what is said of one field; nil when nothing is.
func (all complaints) On(field string) *complaint {
	for _, one := range all {
		if one.Field == field {
			return &one
		}
	}
	return nil
}

// Aria tells who hears the page what is said of a field: its hints, and what is
// wrong with it.
func (all complaints) Aria(field string, hints ...string) template.HTMLAttr {
	if all.On(field) != nil {
		hints = append(hints, field+"-problem")
	}
	attr := ""
	if len(hints) > 0 {
		attr = ` aria-describedby="` + template.HTMLEscapeString(strings.Join(hints, " ")) + `"`
	}
	if all.On(field) != nil {
		attr += ` aria-invalid="true"`
	}
	return template.HTMLAttr(attr) // its only values are names of our own, escaped
}

// title of a page with these complaints, for those who hear the title first.
func (all complaints) title(words phrase) phrase { return titleOf(words, len(all) > 0) }

// complain turns an error that the person can do something about into words
// beside the field. Any other stays an error.
func complain(err error) (code int, said complaints, failed error) {
	found := statusOf(err)
	if found.code != http.StatusConflict && found.code != http.StatusUnprocessableEntity {
		return 0, nil, err
	}
	for _, one := range workflow.Invalids(err) {
		said = append(said, complaint{fieldAt(one.Pointer), english(sentence(one.Text))})
	}
	if said == nil {
		said = complaints{{"", found.text}}
	}
	return found.code, said, nil
}

// fieldAt is the field that a pointer leads to: all selected NCPs are one field,
// each label is one of its own.
func fieldAt(pointer string) string {
	first, rest, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	if first == "labels" {
		return "label." + rest
	}
	return first
}
