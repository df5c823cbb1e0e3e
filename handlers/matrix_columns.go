package handlers

import (
	"strconv"

	"ahq/forms"
	"ahq/models"
)

// matrixViews are what the columns of the matrix can be.
var matrixViews = map[string]struct {
	caption phrase
	tall    bool // the columns have long names
	columns func(meter, map[models.ResponseID]models.Spread) []matrixColumn
	cells   func(meter, []matrixColumn, string, models.Spread) []matrixCell
}{
	byRecord:   {say("tracking.by_record_caption"), false, meter.recordColumns, meter.recordCells},
	byQuestion: {say("tracking.by_question_caption"), true, meter.questionColumns, meter.questionCells},
}

const (
	byRecord   = "record"
	byQuestion = "question"
)

// recordColumns are as many as the NCP with most records has, behind what is
// asked once.
func (m meter) recordColumns(spreads map[models.ResponseID]models.Spread) []matrixColumn {
	var columns []matrixColumn
	if len(m.AHQ.Questionnaire.Questions) > 0 {
		columns = append(columns, matrixColumn{Short: "•", Name: say("record.once")})
	}
	most := 0
	for _, spread := range spreads {
		most = max(most, len(spread.Records))
	}
	for i := 1; i <= most; i++ {
		columns = append(columns, matrixColumn{Short: strconv.Itoa(i), Name: say("tracking.record", "Number", i), place: i})
	}
	return columns
}

func (m meter) recordCells(columns []matrixColumn, ncp string, spread models.Spread) []matrixCell {
	cells := make([]matrixCell, len(columns))
	for i, c := range columns {
		switch {
		case c.place == 0:
			cells[i] = cellOf(m.filled(spread.Once), m.needed(m.AHQ.Questionnaire.Questions, ncp))
		case c.place <= len(spread.Records):
			record := spread.Records[c.place-1]
			cells[i] = cellOf(m.filled(record.Answered), m.ofRecord(record.Section, ncp))
		}
		cells[i].Label = c.Short
	}
	return cells
}

func (m meter) questionColumns(map[models.ResponseID]models.Spread) []matrixColumn {
	var columns []matrixColumn
	for _, q := range m.questions() {
		if q.When == nil {
			columns = append(columns, matrixColumn{Short: shortened(fullLabel(q), 40), Name: plain(fullLabel(q)), of: q.ID})
		}
	}
	return columns
}

// questionCells are in how many records each question is answered, those too that
// may stay empty.
func (m meter) questionCells(columns []matrixColumn, ncp string, spread models.Spread) []matrixCell {
	filled, need := map[string]int{}, map[string]int{}
	count := func(questions []forms.Question, answered []string) {
		for _, q := range questions {
			if q.Audience.Includes(ncp) {
				need[q.ID]++
			}
		}
		for _, id := range answered {
			filled[id]++
		}
	}
	count(m.AHQ.Questionnaire.Questions, spread.Once)
	for _, record := range spread.Records {
		count(m.asked[record.Section], record.Answered)
	}
	cells := make([]matrixCell, len(columns))
	for i, c := range columns {
		cells[i] = cellOf(filled[c.of], need[c.of])
		cells[i].Label = c.Short
	}
	return cells
}

// cellOf so many answers, of so many.
func cellOf(filled, need int) matrixCell {
	switch {
	case need == 0:
		return matrixCell{}
	case filled == 0:
		return matrixCell{Tone: quiet, Mark: "–", Words: say("tracking.cell_none")}
	case filled >= need:
		return matrixCell{filled: filled, Tone: good, Mark: "✓", Words: say("tracking.cell_whole")}
	default:
		return matrixCell{filled: filled, Tone: going, Mark: strconv.Itoa(filled), Of: "/" + strconv.Itoa(need)}
	}
}
