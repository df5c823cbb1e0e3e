package handlers

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
)

// A recordPage is one record with all its cells.
type recordPage struct {
	Desk     deskHead
	Live     liveView
	Name     string
	Place    phrase // "3 of 24 campaigns"
	Action   string
	Refusal  phrase // why nothing can be changed, or was not kept
	ReadOnly bool
	Paste    string // where a whole table is pasted; "" nowhere
	State    label
	Summary  summary
	Beside   besideView
	Heading  *cellView
	Note     *cellView
	Groups   []cellGroup
	Previous *link
	Next     *link
}

// Jump leads to each cell of the page.
func (p recordPage) Jump() []*cellView {
	all := []*cellView{p.Heading, p.Note}
	for _, g := range p.Groups {
		all = append(all, g.Cells...)
	}
	return all
}

// A cellGroup is cells under one heading.
type cellGroup struct {
	Title string
	Cells []*cellView
	Later *laterView // of a follow-up: what has not started has no answers yet
}

// A besideView is what stands beside a record's cells.
type besideView struct {
	Version   int
	Was       string
	Sections  []choice // where a table has several
	Countries string   // codes
	Read      string   // countries read from the heading
	Statuses  []choice
	Problems  []problemView
}

// Title of the page.
func (p recordPage) Title() phrase {
	return p.Summary.title(say("record.title", "Name", p.Name, "Topic", p.Desk.Topic))
}

func (s *Server) record(c *gin.Context) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	r, i := d.record(c.Param("record"))
	if i < 0 {
		return models.ErrNotFound
	}
	if err := s.opened(c, d); err != nil {
		return err
	}
	if err := s.said(c, &d); err != nil {
		return err
	}
	page := d.recordPage(r, i, d.sheet(r.ID, d.recordQuestions(r.Section)))
	page.Beside = d.beside(r)
	return s.html(c, http.StatusOK, "record", page)
}

// recordPage puts a sheet of answers into its page.
func (d desk) recordPage(r forms.Record, at int, sheet sheet) recordPage {
	t, questions := d.table(r.Section), d.recordQuestions(r.Section)
	page := recordPage{
		Live: d.live(&r.ID),
		Desk: d.head(d.home()), Name: d.recordName(r), Action: d.withFrom(d.RecordURL(r.ID)),
		Place:    say("record.place", "At", at+1, "Count", len(d.Content.Records), "Record", t.Record),
		ReadOnly: !d.Editable(), Refusal: d.whyReadOnly(sheet),
		State:   d.stateOf(r.ID, questions),
		Summary: d.summary(sheet, questions, d.Report.Problems.In(r.ID)),
		Heading: sheet.Cells["heading"], Note: sheet.Cells["note"],
		Groups:   d.groups(t, sheet),
		Previous: d.neighbour(at - 1), Next: d.neighbour(at + 1),
	}
	if !page.ReadOnly {
		page.Paste = d.RecordURL(r.ID) + "/paste"
	}
	return page
}

// groups of cells: the table's own rows, then who asked the follow-up.
func (d desk) groups(t forms.Table, sheet sheet) []cellGroup {
	groups := []cellGroup{{Title: t.Title, Cells: pick(sheet, d.asked(t.Rows))}}
	if t.FollowUp != nil {
		cells := pick(sheet, d.asked(t.FollowUp.Questions))
		groups = append(groups, cellGroup{t.FollowUp.Title, cells, d.later(t, cells)})
	}
	return groups
}

// stateOf a page, as the list of tasks has it.
func (d desk) stateOf(record string, questions []forms.Question) label {
	return d.task(record, slices.DeleteFunc(slices.Clone(questions), own)).State
}

func pick(sheet sheet, questions []forms.Question) []*cellView {
	cells := make([]*cellView, 0, len(questions))
	for _, q := range questions {
		cells = append(cells, sheet.Cells[q.ID])
	}
	return cells
}

// neighbour leads to the record before or after.
func (d desk) neighbour(at int) *link {
	if at < 0 || at >= len(d.Content.Records) {
		return nil
	}
	r := d.Content.Records[at]
	return &link{URL: d.RecordURL(r.ID), Text: plain(d.recordName(r))}
}

// recordStatuses are those of a record, in the order a page offers them.
var recordStatuses = []choice{
	{Value: "", Text: say("record.status_none")},
	{Value: string(forms.Planned), Text: say("record.planned")},
	{Value: string(forms.Ongoing), Text: say("record.ongoing")},
	{Value: string(forms.Suspended), Text: say("record.suspended")},
	{Value: string(forms.Finished), Text: say("record.finished")},
}

// beside is what stands beside the cells of a stored record.
func (d desk) beside(r forms.Record) besideView {
	stored := d.stored(r.ID)
	v := besideView{
		Version: stored.Version, Countries: strings.Join(stored.Countries, ", "),
		Read:     countriesRead(d.Report.Readings[d.at(r.ID, "heading")]),
		Problems: viewsOf(slices.Concat(d.problems(r.ID, "status"), d.problems(r.ID, ""))),
		Statuses: chosen(recordStatuses, string(stored.Status)),
		Sections: d.sectionChoices(stored.Section),
	}
	v.Was = besideHash(typedBeside{stored.Section, v.Countries, string(stored.Status), stored.Version})
	return v
}

// stored is the row of a record.
func (d desk) stored(id string) models.Record {
	i := slices.IndexFunc(d.Draft.Records, func(r models.Record) bool { return r.ID == id })
	if i < 0 {
		return models.Record{}
	}
	return d.Draft.Records[i]
}

func (d desk) sectionChoices(now string) []choice {
	var all []choice
	for _, s := range d.table(now).Sections {
		all = append(all, choice{s.ID, plain(s.Title), s.ID == now})
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// chosen marks one of several choices.
func chosen(all []choice, value string) []choice {
	marked := slices.Clone(all)
	for i := range marked {
		marked[i].Chosen = marked[i].Value == value
	}
	return marked
}
