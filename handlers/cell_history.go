package handlers

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A cellHistoryPage is all that one answer ever said, the last first.
type cellHistoryPage struct {
	Desk     deskHead
	Question phrase
	Record   string // its name; "" for a question asked once
	Refusal  phrase // why nothing was restored
	Texts    []cellText
	Version  int    // of the cell
	Restore  string // where a text is restored; "" where nothing can be changed
}

// A cellText is what an answer said after a run of saves by one person, and how
// that differs from the text before it.
type cellText struct {
	Number  int
	Now     bool
	By      string
	When    phrase
	In      phrase // the version it was delivered in
	Words   []workflow.WordPiece
	Same    bool // no word differs from the text before
	Printed []printedBlock
	Reason  phrase
}

// Title of the page.
func (p cellHistoryPage) Title() phrase {
	return titleOf(say("cell_history.title", "Question", p.Question, "Topic", p.Desk.Topic), !p.Refusal.empty())
}

func (s *Server) cellHistory(c *gin.Context) error {
	return s.showCellHistory(c, http.StatusOK, phrase{})
}

func (s *Server) showCellHistory(c *gin.Context, code int, refusal phrase) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	at := cellInPath(c)
	q, ok := d.question(at)
	if !ok {
		return models.ErrNotFound
	}
	page := cellHistoryPage{
		Desk: d.head(d.cellPage(at)), Question: labelOf(q), Refusal: refusal, Version: d.cell(at.Record, at.Question).Version,
	}
	if at.Record != "" {
		page.Record = d.named(at.Record)
	}
	if d.Editable() {
		page.Restore = cellURL(d.Response.ID, at) + "/restore"
	}
	if page.Texts, err = s.cellTexts(c, d, at); err != nil {
		return err
	}
	return s.html(c, code, "cell-history", page)
}

// question that a cell answers, if this NCP has such a cell.
func (d desk) question(at workflow.Place) (forms.Question, bool) {
	questions := d.asked(d.AHQ.Questionnaire.Questions)
	if at.Record != "" {
		r, i := d.record(at.Record)
		if i < 0 {
			return forms.Question{}, false
		}
		questions = d.recordQuestions(r.Section)
	}
	i := slices.IndexFunc(questions, func(q forms.Question) bool { return q.ID == at.Question })
	if i < 0 {
		return forms.Question{}, false
	}
	return questions[i], true
}

// cellPage leads to where a cell is written.
func (d desk) cellPage(at workflow.Place) link {
	if at.Record == "" {
		return link{URL: d.URL("questions") + "#" + at.Question, Text: say("answers.once")}
	}
	return link{URL: d.RecordURL(at.Record) + "#" + at.Question, Text: plain(d.named(at.Record))}
}
