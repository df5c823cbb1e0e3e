package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"ahq/forms"
	"ahq/models"
)

// Content of a draft, as forms knows it: what was written and not emptied again.
func Content(a models.AHQ, d models.DraftContent) forms.Content {
	c := forms.Content{Questionnaire: a.Questionnaire.ID, NCP: d.Response.NCP, Answers: map[string]forms.Answer{}}
	at := make(map[string]int, len(d.Records))
	for i, r := range d.Records {
		at[r.ID] = i
		c.Records = append(c.Records, forms.Record{
			ID: r.ID, Section: r.Section, Countries: r.Countries, Status: r.Status, Cells: map[string]forms.Answer{},
		})
	}
	for _, cell := range d.Cells {
		if answer := answerOf(cell); answer != (forms.Answer{}) {
			into(&c, at, cell, answer)
		}
	}
	return c
}

// into puts an answer where it belongs.
func into(c *forms.Content, at map[string]int, cell models.Cell, answer forms.Answer) {
	if cell.RecordID == "" {
		c.Answers[cell.Question] = answer
		return
	}
	i, there := at[cell.RecordID]
	if !there {
		return // of a deleted record
	}
	switch r := &c.Records[i]; cell.Question {
	case headingCell:
		r.Heading = answer.Text
	case noteCell:
		r.Note = answer
	default:
		r.Cells[cell.Question] = answer
	}
}

// ContentHash tells one content from another: whoever read a content says with
// it what they start from.
func ContentHash(c forms.Content) (string, error) {
	text, err := forms.EncodeContent(c)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// Check is what forms says of a draft today.
func (w *Workflow) Check(_ context.Context, a models.AHQ, d models.DraftContent) (forms.Report, error) {
	form, err := forms.Compile(a.Questionnaire)
	if err != nil {
		return forms.Report{}, err
	}
	return form.Check(Content(a, d), w.asked(d.Response)), nil
}

// asked is of whom the answers are, and that they are judged now.
func (w *Workflow) asked(r models.Response) forms.Asked {
	return forms.Asked{NCP: r.NCP, On: w.Now().In(brussels)}
}
