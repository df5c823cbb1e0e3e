package handlers

import "ahq/forms"

// A confirmView is the word that a warning is as it should be.
type confirmView struct {
	Name, Word string
	Says       phrase // where the word names a record
}

// standing is what is confirmed of the text as it is now; what was confirmed of
// an older text is asked for again.
func standing(a forms.Answer) *forms.Confirmed {
	if a.Confirmed == nil || a.Confirmed.Of != textHash(a.Text) {
		return nil
	}
	return a.Confirmed
}

// corrected is how a person said that a text is to be read.
func corrected(a forms.Answer) *forms.Correction {
	if a.Confirmed == nil {
		return nil
	}
	return a.Confirmed.Reading
}

// confirmedViews are the warnings that were confirmed, with the word given.
func confirmedViews(name string, a forms.Answer) []confirmView {
	if a.Confirmed == nil {
		return nil
	}
	var views []confirmView
	for _, rule := range sorted(a.Confirmed.Warnings) {
		views = append(views, confirmView{Name: confirmName(name, rule), Word: a.Confirmed.Warnings[rule]})
	}
	return views
}

// confirmName is the field in which a warning is confirmed.
func confirmName(cell string, rule forms.Rule) string { return cell + ".confirm." + string(rule) }
