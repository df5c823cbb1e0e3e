package handlers

import (
	"cmp"
	"slices"

	"ahq/models"
	"ahq/workflow"
)

// A plannedRow is a step to come, for those who hear of it on the same day: at
// which hour depends on where they are.
type plannedRow struct {
	Day   string
	Step  phrase
	ID    models.StepID
	Names []string
	Held  phrase   // why they do not hear of it
	URL   string   // of the board, where something can be done about it
	Place int      // on the page
	Whom  []choice // all that have the step, then each; one alone when there is no other
	Left  bool     // it is left out, and could be sent after all
}

// Who hears of it, in a sentence.
func (r plannedRow) Who() phrase { return inSentence(r.Names) }

// plannedRows are steps to come, the soonest first.
func plannedRows(planned []workflow.Planned, url string) []plannedRow {
	type key struct {
		day  string
		step models.StepID
		held workflow.Held
	}
	var rows []plannedRow
	place, names := map[key]int{}, map[string]string{}
	for _, p := range planned {
		names[p.NCP] = p.Name
		k := key{workflow.Day(p.At), p.Step, p.Held}
		i, known := place[k]
		if !known {
			i, place[k] = len(rows), len(rows)
			rows = append(rows, plannedRow{
				Day: k.day, Step: stepText(p.Step), ID: p.Step, Held: heldText(string(p.Held)), Left: p.Held == workflow.HeldSkipped, URL: url, Place: i,
			})
		}
		rows[i].Names = append(rows[i].Names, p.Name)
		rows[i].Whom = append(rows[i].Whom, choice{Value: p.NCP, Text: plain(p.Name)})
	}
	for i, r := range rows {
		slices.Sort(r.Names) // not by the hour
		slices.SortFunc(r.Whom, func(a, b choice) int { return cmp.Compare(names[a.Value], names[b.Value]) })
		if len(r.Whom) > 1 {
			rows[i].Whom = append([]choice{{Text: say("board.all")}}, r.Whom...)
		}
	}
	return rows
}

// nextOf is the step that an NCP hears of next.
func nextOf(ncp string, planned []workflow.Planned) *plannedRow {
	i := slices.IndexFunc(planned, func(p workflow.Planned) bool { return p.NCP == ncp && p.Held == workflow.NotHeld })
	if i < 0 {
		return nil
	}
	return &plannedRow{Day: workflow.Day(planned[i].At), Step: stepText(planned[i].Step)}
}
