package handlers

import (
	"net/url"

	"ahq/forms"
)

// backTo is where a page comes back to: the cell whose button was pressed.
func backTo(page string, cells []typedCell) string {
	for _, c := range cells {
		if c.Pressed {
			return page + "#" + c.Question.ID
		}
	}
	return page
}

// press turns the button of a cell that was pressed into what its fields say then,
// and says whether there was one.
func press(form url.Values, q forms.Question) bool {
	name := q.ID
	if form.Has(name + ".because") {
		form.Set(name+".reason", form.Get(name+".because"))
	}
	if form.Has(name + ".instead") {
		form.Set(name+".reason", form.Get(name+".instead"))
		form.Set(name+".text", "")
	}
	for _, button := range []string{".because", ".instead", ".right", ".theirs", ".mine", ".read.verdict", ".read.choice"} {
		if form.Has(name + button) {
			return true
		}
	}
	return false
}
