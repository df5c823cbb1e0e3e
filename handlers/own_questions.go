package handlers

import "ahq/forms"

// The questions that every record has beside those of its table. What they are
// called stands in the catalogue.
var (
	headingQuestion = forms.Question{ID: "heading", Kind: forms.TextKind}
	noteQuestion    = forms.Question{ID: "note", Kind: forms.LongTextKind}
)

// ownLabels are what a record has beside its questions, in words.
var ownLabels = map[string]phrase{
	"heading": say("record.heading"), "note": say("record.note"), "status": say("record.status"),
	"countries": say("record.countries"), "organisations": say("record.organisations"),
}

// ownHelp is what to write there.
var ownHelp = map[string]phrase{"heading": say("record.heading_help"), "note": say("record.note_help")}

// own says whether a question is one that every record has; nobody asks why it
// has no answer.
func own(q forms.Question) bool { return q.ID == headingQuestion.ID || q.ID == noteQuestion.ID }

// recordQuestions are all that a record's page asks this NCP.
func (d desk) recordQuestions(section string) []forms.Question {
	asked := d.asked(d.table(section).Questions())
	return append([]forms.Question{headingQuestion, noteQuestion}, asked...)
}

// labelOf a question, as it is printed.
func labelOf(q forms.Question) phrase {
	if words, ok := ownLabels[q.ID]; ok && own(q) {
		return words
	}
	return plain(fullLabel(q))
}

// helpOf a question is what to write there.
func helpOf(q forms.Question) phrase {
	if words, ok := ownHelp[q.ID]; ok && own(q) {
		return words
	}
	return plain(q.Help)
}
