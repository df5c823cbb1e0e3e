package handlers

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A trialPage shows a draft as an NCP will see it, and tries answers that nobody
// keeps.
type trialPage struct {
	Head       ahqHead
	Base       string
	NCPs       []choice
	Pages      []link // of the questionnaire, as the NCP has them
	Unfinished []unfinished
	Heading    phrase
	Action     string
	ReadOnly   bool
	Tried      bool // the answers were checked
	Well       bool // nothing is wrong with them
	State      label
	Summary    summary
	Beside     *besideView
	Cells      []*cellView // before the groups
	Note       *cellView
	Groups     []cellGroup
}

// Title of the page.
func (p trialPage) Title() phrase { return say("trial.title", "Topic", p.Head.Topic) }

// tried is the one record of a trial.
const tried = "r1"

func (s *Server) trial(c *gin.Context) error {
	return s.showTrial(c, nil)
}

// tryAnswers checks what was typed, and forgets it.
func (s *Server) tryAnswers(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	return s.showTrial(c, form)
}

func (s *Server) showTrial(c *gin.Context, form url.Values) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	today, err := s.Store.Participants(c.Request.Context(), s.today())
	if err != nil {
		return err
	}
	ncp, page := c.Query("ncp"), d.trialPage()
	asked := d.ncpsToTry(today)
	if ncp == "" && len(asked) > 0 {
		ncp = asked[0].Value
	}
	page.NCPs = chosen(asked, ncp)
	if page.Unfinished = d.unfinished(d.AHQ.Questionnaire.Misfits()); len(page.Unfinished) > 0 {
		return s.html(c, http.StatusOK, "trial", page)
	}
	t := trial{d, ncp, c.Query("table"), form}
	if err := s.fillTrial(c, t, &page); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "trial", page)
}

func (d ahqDesk) trialPage() trialPage {
	back := d.home()
	if workflow.CanMoveAHQ(d.AHQ, workflow.EditAHQ) {
		back = link{URL: d.URL("questionnaire"), Text: say("questionnaire.back")}
	}
	return trialPage{Head: d.head(back), Base: d.URL("trial")}
}

// ncpsToTry are those that the AHQ asks, then all others: they may answer too.
func (d ahqDesk) ncpsToTry(today []models.NCP) []choice {
	var asked, others []choice
	for _, n := range today {
		one := choice{Value: n.Code, Text: plain(n.Name)}
		if workflow.Asks(d.AHQ, n) {
			asked = append(asked, one)
		} else {
			others = append(others, one)
		}
	}
	return append(asked, others...)
}

// A trial is what an NCP would see of one part of a questionnaire: the questions
// asked once, or one record of a table.
type trial struct {
	ahqDesk
	ncp   string
	table string
	form  url.Values // nil: nothing was typed
}

// fillTrial puts the questions into the page, with what was typed and what there is
// to say of it.
func (s *Server) fillTrial(c *gin.Context, t trial, page *trialPage) (err error) {
	table, isTable, err := t.part()
	if err != nil {
		return err
	}
	page.Pages, page.Action = t.pages(table.ID), t.URL("trial")+"?"+t.query(table.ID)
	d, record, questions := t.desk(), "", t.AHQ.Questionnaire.Questions
	if isTable {
		record = tried
		d.Draft.Records = []models.Record{t.record(table)}
		questions = d.recordQuestions(d.Draft.Records[0].Section)
	}
	questions = d.asked(questions)
	typed := typedCells(t.form, questions)
	d.Draft.Cells = cellsTyped(record, typed)
	d.Content = workflow.Content(t.AHQ, d.Draft)
	if d.Report, err = s.Flow.Check(c.Request.Context(), t.AHQ, d.Draft); err != nil {
		return err
	}
	return t.show(d, record, table, questions, typed, page)
}

// part of the questionnaire that is tried: the table that was chosen, or the
// questions asked once; where there are none, the first table.
func (t trial) part() (table forms.Table, isTable bool, err error) {
	q := t.AHQ.Questionnaire
	if t.table == "" && len(q.Questions) == 0 {
		return q.Tables[0], true, nil
	}
	table, isTable = q.TableOf(t.table)
	if t.table != "" && !isTable {
		return table, false, models.ErrNotFound
	}
	return table, isTable, nil
}

// record is the one that is tried, with what was typed beside its cells.
func (t trial) record(table forms.Table) models.Record {
	return models.Record{
		ID: tried, Section: sectionPicked(table, t.form.Get("section")),
		Status: forms.Status(t.form.Get("status")), Countries: codes(t.form.Get("countries")),
	}
}

// cellsTyped are cells that nobody stores.
func cellsTyped(record string, typed []typedCell) []models.Cell {
	cells := make([]models.Cell, len(typed))
	for i, c := range typed {
		cells[i] = models.Cell{
			RecordID: record, Question: c.Question.ID, Text: c.Answer.Text, Reason: c.Answer.Reason, SameAs: c.Answer.As, Confirmed: c.Answer.Confirmed,
		}
	}
	return cells
}

// show what was typed, judged.
func (t trial) show(d desk, record string, table forms.Table, questions []forms.Question, typed []typedCell, page *trialPage) error {
	sheet, err := d.typedSheet(record, questions, typed, nil)
	if err != nil {
		return err
	}
	problems := slices.DeleteFunc(slices.Clone(d.Report.Problems), func(p forms.Problem) bool { return p.Record != record })
	page.Tried, page.Well = t.form != nil, len(problems.Of(forms.Error))+len(problems.Of(forms.Warning)) == 0
	page.Summary, page.State = d.summary(sheet, questions, problems), d.stateOf(record, questions)
	page.Heading = say("record.once")
	if record == "" {
		page.Groups = []cellGroup{{Cells: pick(sheet, questions)}}
		return nil
	}
	beside, note := d.beside(d.Content.Records[0]), sheet.Cells["note"]
	page.Heading, page.Beside, page.Note = say("trial.record", "Record", table.Record), &beside, note
	page.Cells, page.Groups = []*cellView{sheet.Cells["heading"]}, d.groups(table, sheet)
	for i := range page.Groups {
		page.Groups[i].Later = nil // nobody answers later here
	}
	return nil
}

// desk is that of an NCP which coordinates a response that is nowhere.
func (t trial) desk() desk {
	r := models.Response{NCP: t.ncp, State: models.Draft}
	is := subject{AHQ: t.AHQ, Response: r, Names: t.Names, Parts: []workflow.Part{workflow.Coordinator}}
	return desk{
		subject: is, Read: workflow.Read{Draft: models.DraftContent{Response: r}},
		Today: t.Today, Judged: t.form != nil,
	}
}

// sectionPicked of the trial's record: the one that was chosen, or the first.
func sectionPicked(t forms.Table, picked string) string {
	for _, s := range t.Sections {
		if s.ID == picked {
			return picked
		}
	}
	if len(t.Sections) > 0 {
		return t.Sections[0].ID
	}
	return ""
}

// pages of the questionnaire, as an NCP has them.
func (t trial) pages(here string) []link {
	q := t.AHQ.Questionnaire
	var all []link
	if len(q.Questions) > 0 {
		all = append(all, link{t.URL("trial") + "?" + t.query(""), say("record.once"), here == ""})
	}
	for _, table := range q.Tables {
		all = append(all, link{t.URL("trial") + "?" + t.query(table.ID), plain(table.Title), here == table.ID})
	}
	return all
}

func (t trial) query(table string) string {
	query := url.Values{"ncp": {t.ncp}}
	if table != "" {
		query.Set("table", table)
	}
	return query.Encode()
}
