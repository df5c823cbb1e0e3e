package workflow

import (
	"context"
	"fmt"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// mostMissing is how many places a reminder names: more is "and so on".
const mostMissing = 12

// A lacking is how far a response is from being handed in.
type lacking struct {
	begun bool
	names []string // of what stands in the way
}

func lackingIn(a models.AHQ, read Read) lacking {
	return lacking{len(read.Draft.Cells) > 0 || len(read.Draft.Records) > 0, missingIn(a, read)}
}

// missingIn is what stands in the way of handing a draft in, by name: a line for
// each record, and for each question asked once.
func missingIn(a models.AHQ, read Read) []string {
	var lines []string
	at := map[string]int{} // the line of a record
	for _, p := range read.Report.Problems.Of(forms.Error) {
		name := cellName(a.Questionnaire, read.Content, p)
		if p.Record == "" {
			lines = append(lines, name)
			continue
		}
		i, known := at[p.Record]
		if !known {
			at[p.Record] = len(lines)
			lines = append(lines, recordName(a.Questionnaire, read.Content, p.Record)+": "+name)
			continue
		}
		lines[i] += ", " + name
	}
	return lines
}

// nameMissing fills in what each NCP still has to answer.
func (t *turn) nameMissing(ctx context.Context, a models.AHQ, all []owed) error {
	for i, o := range all {
		d, err := t.Draft(ctx, models.Scope{Unlimited: true}, o.chased.ResponseID)
		if err != nil {
			return err
		}
		report, err := t.flow.Check(ctx, a, d)
		if err != nil {
			return err
		}
		all[i].lacking = lackingIn(a, Read{d, Content(a, d), report})
	}
	return nil
}

// cellName is what a question is called in a letter.
func cellName(q forms.Questionnaire, c forms.Content, p forms.Problem) string {
	list := q.Questions
	if i := recordAt(c, p.Record); i >= 0 {
		table, _ := q.Table(c.Records[i].Section)
		list = table.Questions()
	}
	for _, question := range list {
		if question.ID != p.Cell {
			continue
		}
		if question.Number != "" {
			return question.Number + ". " + question.Label
		}
		return question.Label
	}
	return p.Text
}

// recordName is what a record is called in a letter: what it is, its number, and
// the first line of its heading.
func recordName(q forms.Questionnaire, c forms.Content, id string) string {
	i := recordAt(c, id)
	if i < 0 {
		return id
	}
	table, _ := q.Table(c.Records[i].Section)
	heading, _, _ := strings.Cut(strings.TrimSpace(c.Records[i].Heading), "\n")
	return strings.TrimSpace(fmt.Sprintf("%s %d %s", table.Record, i+1, strings.TrimRight(heading, ": ")))
}

func recordAt(c forms.Content, id string) int {
	for i, r := range c.Records {
		if id != "" && r.ID == id {
			return i
		}
	}
	return -1
}
