package handlers

import (
	"errors"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A tableForm is where a table of a draft is written, with its rows in order.
type tableForm struct {
	Head       ahqHead
	Heading    phrase
	Action     string
	Remove     string // where it is removed; "" it is new
	Leave      string
	Complaints complaints
	Theirs     []change // what somebody else saved meanwhile
	Was        workflow.PartHash
	Typed      forms.Table
	Sections   []optionField
	Unique     boxes
	Askers     []choice // of a follow-up
	FollowUp   string   // the title of its separator row
	Rows       *partList
	Further    *partList
}

// Title of the page.
func (p tableForm) Title() phrase {
	return p.Complaints.title(say("question.title", "Heading", p.Heading, "Topic", p.Head.Topic))
}

func (s *Server) newTable(c *gin.Context) error {
	d, err := s.draftDesk(c)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "table", d.tableForm(forms.Table{}))
}

func (s *Server) tablePage(c *gin.Context) error {
	d, err := s.draftDesk(c)
	if err != nil {
		return err
	}
	t, found := d.Q.TableOf(c.Param("table"))
	if !found {
		return models.ErrNotFound
	}
	return s.html(c, http.StatusOK, "table", d.tableForm(t))
}

// tableForm puts what can be chosen around a table.
func (d draftDesk) tableForm(t forms.Table) tableForm {
	page := tableForm{
		Head: d.head(d.back()), Heading: say("table.new"), Action: d.URL("questionnaire", "new-table"), Leave: d.back().URL,
		Typed: t, Sections: sectionFields(t.Sections), Askers: d.askers(t),
	}
	if t.FollowUp != nil {
		page.FollowUp = t.FollowUp.Title
	}
	stands, found := d.Q.TableOf(t.ID)
	if !found {
		return page
	}
	page.Heading, page.Was = say("table.heading"), workflow.HashOf(workflow.Head(stands))
	page.Action, page.Remove = d.URL("questionnaire", "tables", t.ID), d.URL("questionnaire", "parts", t.ID, "remove")
	page.Unique = boxes{Name: "unique"}
	for _, row := range stands.Rows {
		page.Unique.Choices = append(page.Unique.Choices, choice{row.ID, questionName(row), slices.Contains(t.Unique, row.ID)})
	}
	rows := d.questions(forms.Listing{Table: t.ID})
	page.Rows = &rows
	if stands.FollowUp != nil {
		further := d.questions(forms.Listing{Table: t.ID, FollowUp: true})
		page.Further = &further
	}
	return page
}

// askers are the NCPs that can add questions to a table: those who ask.
func (d draftDesk) askers(t forms.Table) []choice {
	now := ""
	if t.FollowUp != nil {
		now = t.FollowUp.By
	}
	all := []choice{{Value: "", Text: say("table.no_follow_up"), Chosen: now == ""}}
	codes := []string{}
	for _, r := range d.AHQ.Requesters {
		codes = append(codes, r.NCP)
	}
	if now != "" && !slices.Contains(codes, now) {
		codes = append(codes, now)
	}
	for _, code := range codes {
		all = append(all, choice{code, plain(d.name(code)), code == now})
	}
	return all
}

func sectionFields(sections []forms.Section) []optionField {
	var all []optionField
	for i, s := range append(slices.Clone(sections), make([]forms.Section, spareOptions)...) {
		all = append(all, optionField{i + 1, s.ID, s.Title, i > 0 && i < len(sections)})
	}
	return all
}

// typedTable is what a form says of a table.
func typedTable(form url.Values, id string) forms.Table {
	t := forms.Table{ID: id, Title: form.Get("title"), Record: form.Get("record"), Unique: form["unique"]}
	for _, o := range typedOptions(form) {
		t.Sections = append(t.Sections, forms.Section{ID: o.ID, Title: o.Label})
	}
	if by := form.Get("by"); by != "" {
		t.FollowUp = &forms.FollowUp{By: by, Title: form.Get("follow_up")}
	}
	return t
}

// saveTable keeps a table, and shows its rows.
func (s *Server) saveTable(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	a, typed := about(c).AHQ, typedTable(form, c.Param("table"))
	id, err := s.Flow.PutTable(c.Request.Context(), actor(c), a.ID, typed, workflow.PartHash(form.Get("was")))
	if err != nil {
		return s.tableAgain(c, typed, err)
	}
	notice := say("notice.saved")
	if typed.ID == "" {
		notice = say("notice.saved_table")
	}
	return s.done(c, ahqURL(a)+"/questionnaire/tables/"+id, notice)
}

// tableAgain shows the form as it was typed, with what stood in the way.
func (s *Server) tableAgain(c *gin.Context, typed forms.Table, failed error) error {
	d, code, said, err := s.partAgain(c, failed, say("table.removed"))
	if err != nil {
		return err
	}
	if _, found := d.Q.TableOf(typed.ID); !found {
		typed.ID = ""
	}
	page := d.tableForm(typed)
	page.Complaints = said
	if stands, found := d.Q.TableOf(typed.ID); found && errors.Is(failed, models.ErrStale) {
		page.Complaints, page.Theirs = complaints{{"", say("table.stale")}}, d.tableDifferences(typed, stands)
	} else if found {
		page.Was = workflow.PartHash(c.PostForm("was"))
	}
	return s.html(c, code, "table", page)
}

// tableDifferences are where a table is not as what is stored now.
func (d draftDesk) tableDifferences(typed, stored forms.Table) []change {
	var all []change
	for _, field := range tableFields {
		yours, theirs := field.show(d, typed), field.show(d, stored)
		if !reflect.DeepEqual(yours, theirs) {
			all = append(all, change{What: field.label, Before: theirs, After: yours})
		}
	}
	return all
}

// tableFields are what a form says of a table, in words, to be compared.
var tableFields = []struct {
	label phrase
	show  func(draftDesk, forms.Table) phrase
}{
	{say("table.title"), func(_ draftDesk, t forms.Table) phrase { return plain(t.Title) }},
	{say("table.record"), func(_ draftDesk, t forms.Table) phrase { return plain(t.Record) }},
	{say("table.sections"), func(_ draftDesk, t forms.Table) phrase {
		var titles []string
		for _, s := range t.Sections {
			titles = append(titles, s.Title)
		}
		return plain(strings.Join(titles, "\n"))
	}},
	{say("table.unique"), func(_ draftDesk, t forms.Table) phrase { return plain(strings.Join(t.Unique, ", ")) }},
	{say("table.asked_by"), func(d draftDesk, t forms.Table) phrase {
		if t.FollowUp == nil {
			return say("table.no_follow_up")
		}
		return say("table.follow_up_by", "NCP", d.name(t.FollowUp.By), "Title", t.FollowUp.Title)
	}},
}
