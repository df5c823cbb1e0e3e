package handlers

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A questionnairePage lists what a draft asks, to be written and put in order.
type questionnairePage struct {
	Head       ahqHead
	Base       string // its address
	Name       string // of the questionnaire
	Was        workflow.PartHash
	Once       partList
	Tables     partList
	Unfinished []unfinished
	Complaints complaints
}

// A partList is the questions of one listing, or the tables, in order.
type partList struct {
	Parts []partView
	Add   string // where one more is written
}

// A partView is a question or a table in a list.
type partView struct {
	ID, URL string
	Name    phrase
	About   phrase
	State   label
	Part    string // where it is moved and removed
	Up      bool
	Down    bool
	Open    bool // it was just moved
	Way     string
}

// Title of the page.
func (p questionnairePage) Title() phrase {
	return p.Complaints.title(say("questionnaire.title", "Topic", p.Head.Topic))
}

// States of a part.
var (
	partReady      = label{say("questionnaire.ready"), good}
	partUnfinished = label{say("questionnaire.to_finish"), urgent}
)

// A draftDesk is a draft whose questionnaire is written.
type draftDesk struct {
	ahqDesk
	Q     forms.Questionnaire
	open  map[string]bool // parts that are not finished
	moved string          // the part that was just moved
	way   string
}

// draftDesk reads the draft; where it is one no more, it leads to the AHQ.
func (s *Server) draftDesk(c *gin.Context) (d draftDesk, err error) {
	d.moved, d.way, d.open = c.Query("at"), c.Query("way"), map[string]bool{}
	if d.ahqDesk, err = s.ahqDesk(c); err != nil {
		return d, err
	}
	d.Q = d.AHQ.Questionnaire
	for _, m := range d.Q.Misfits() {
		part, _ := partAt(d.Q, m.Pointer)
		d.open[part] = true
	}
	return d, nil
}

// draft is a page about a draft: what is no draft any more is only shown.
func draft(handle func(*Server, *gin.Context) error) func(*Server, *gin.Context) error {
	return func(s *Server, c *gin.Context) error {
		if a := about(c).AHQ; !workflow.CanMoveAHQ(a, workflow.EditAHQ) {
			return s.redirect(c, ahqURL(a))
		}
		return handle(s, c)
	}
}

// List is the address of the list that a question stands in.
func (d draftDesk) List(l forms.Listing) string {
	if l.Table == "" {
		return d.URL("questionnaire")
	}
	return d.URL("questionnaire", "tables", l.Table)
}

// has says whether a draft has such a list of questions.
func (d draftDesk) has(l forms.Listing) bool {
	t, is := d.Q.TableOf(l.Table)
	return l.Table == "" || is && (!l.FollowUp || t.FollowUp != nil)
}

// ofPart are complaints about one part of a questionnaire: those about the whole of
// it are about no field of its page.
func ofPart(said complaints) complaints {
	for i := range said {
		if said[i].Field == "questionnaire" {
			said[i].Field = ""
		}
	}
	return said
}

// newQuestion is where one more question of a listing is written.
func (d draftDesk) newQuestion(l forms.Listing) string {
	query := url.Values{}
	if l.Table != "" {
		query.Set("table", l.Table)
	}
	if l.FollowUp {
		query.Set("follow_up", "yes")
	}
	if len(query) == 0 {
		return d.URL("questionnaire", "new-question")
	}
	return d.URL("questionnaire", "new-question") + "?" + query.Encode()
}

// listingOf is the listing that such an address names.
func listingOf(query url.Values) forms.Listing {
	return forms.Listing{Table: query.Get("table"), FollowUp: query.Get("follow_up") == "yes"}
}

// back to the list of all questions.
func (d draftDesk) back() link {
	return link{URL: d.URL("questionnaire"), Text: say("questionnaire.back")}
}

func (s *Server) questionnaire(c *gin.Context) error {
	d, err := s.draftDesk(c)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "questionnaire", d.questionnairePage())
}

func (d draftDesk) questionnairePage() questionnairePage {
	return questionnairePage{
		Head: d.head(d.home()), Base: d.URL("questionnaire"), Name: d.Q.Title, Was: workflow.HashOf(d.Q.Title),
		Once: d.questions(forms.Listing{}), Tables: d.tables(), Unfinished: d.unfinished(d.Q.Misfits()),
	}
}

// questions of one listing.
func (d draftDesk) questions(l forms.Listing) partList {
	list := partList{Add: d.newQuestion(l)}
	questions := d.Q.In(l)
	before := d.Q.Before(l, len(questions))
	for i, q := range questions {
		view := d.part(q.ID, d.URL("questionnaire", "questions", q.ID), questionName(q), i, len(questions))
		view.About = d.aboutQuestion(before, q)
		list.Parts = append(list.Parts, view)
	}
	return list
}

// aboutQuestion says what it wants, of whom, and when.
func (d draftDesk) aboutQuestion(before []forms.Question, q forms.Question) phrase {
	parts := []phrase{kindNames[q.Kind]}
	if len(q.Audience) > 0 {
		parts = append(parts, say("printed.only", "NCPs", inSentence(d.ncps(q.Audience))))
	}
	if when := onlyIf(before, q); !when.empty() {
		return say("questionnaire.about", "Wants", oneAfterAnother(parts), "When", when)
	}
	return oneAfterAnother(parts)
}

func (d draftDesk) tables() partList {
	list := partList{Add: d.URL("questionnaire", "new-table")}
	for i, t := range d.Q.Tables {
		view := d.part(t.ID, d.URL("questionnaire", "tables", t.ID), partName(t.Title), i, len(d.Q.Tables))
		view.About = say("choose.table", "Record", t.Record, "Rows", many("choose.rows", len(t.Questions())))
		list.Parts = append(list.Parts, view)
	}
	return list
}

func (d draftDesk) part(id, url string, name phrase, at, of int) partView {
	view := partView{
		ID: id, URL: url, Name: name, State: partReady, Part: d.URL("questionnaire", "parts", id),
		Up: at > 0, Down: at < of-1, Open: d.moved == id, Way: d.way,
	}
	if d.open[id] {
		view.State = partUnfinished
	}
	return view
}

// nameQuestionnaire keeps what it is called.
func (s *Server) nameQuestionnaire(c *gin.Context) error {
	title, was := c.PostForm("title"), workflow.PartHash(c.PostForm("was"))
	failed := s.Flow.NameQuestionnaire(c.Request.Context(), actor(c), about(c).AHQ.ID, title, was)
	if failed == nil {
		return s.done(c, ahqURL(about(c).AHQ)+"/questionnaire", say("notice.saved"))
	}
	code, said, err := complain(failed)
	if err != nil {
		return err
	}
	d, err := s.draftDesk(c)
	if err != nil {
		return err
	}
	page := d.questionnairePage()
	page.Complaints = said
	if errors.Is(failed, models.ErrStale) {
		page.Complaints = complaints{{"title", say("questionnaire.other_title", "Title", page.Name)}}
	}
	page.Name = title
	return s.html(c, code, "questionnaire", page)
}
