package handlers

import (
	"ahq/forms"
	"ahq/models"
)

// far is how much of a response is answered: of its parts, or of its questions
// where it has no tables.
type far struct {
	Text      phrase
	Done, All int
}

// farOf counts what is answered in full. Whether it is right is said where it is
// written.
func farOf(d models.Due, parts []models.Filled) far {
	f, written := far{}, 0
	for _, part := range parts {
		written += part.Answers
		needed := wanted(d, part)
		switch {
		case needed == 0:
		case len(d.AHQ.Questionnaire.Tables) == 0:
			f.Done, f.All = min(part.Answers, needed), needed
		default:
			f.All++
			if part.Answers >= needed {
				f.Done++
			}
		}
	}
	f.Text = f.words(written, len(d.AHQ.Questionnaire.Tables) > 0)
	return f
}

func (f far) words(written int, tables bool) phrase {
	switch {
	case written == 0:
		return say("home.nothing_written")
	case tables:
		return say("home.parts", "Done", f.Done, "Count", f.All)
	default:
		return say("home.questions", "Done", f.Done, "Count", f.All)
	}
}

// wanted is how many answers a part needs, conditions aside.
func wanted(d models.Due, part models.Filled) int {
	questions := d.AHQ.Questionnaire.Questions
	if part.RecordID != "" {
		t, _ := d.AHQ.Questionnaire.Table(part.Section)
		questions = t.Questions()
	}
	return number(questions, func(q forms.Question) bool { return q.When == nil && q.Audience.Includes(d.NCP) })
}

// progressText says how far a draft is, to those who do not see it: "12 campaigns,
// 140 answers".
func progressText(p models.Progress, a models.AHQ) phrase {
	answers := many("home.answers", p.Filled)
	switch {
	case p.Filled == 0 && p.Records == 0:
		return say("tracking.nothing_written")
	case len(a.Questionnaire.Tables) == 0:
		return answers
	default:
		records := say("home.records", "Count", p.Records, "Record", a.Questionnaire.Tables[0].Record)
		return say("home.records_answers", "Records", records, "Answers", answers)
	}
}
