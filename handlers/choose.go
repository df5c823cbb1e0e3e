package handlers

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A choosePage offers what a new AHQ can begin with: a questionnaire that we ship,
// an earlier AHQ, or nothing.
type choosePage struct {
	Questionnaires []offeredQuestionnaire
	Text           string // what is looked for among earlier AHQs
	Earlier        []earlierAHQ
}

// An offeredQuestionnaire can be chosen for a new AHQ.
type offeredQuestionnaire struct {
	ID, Title, About string
	Asks             phrase // how much
}

// An earlierAHQ can be begun from.
type earlierAHQ struct {
	URL    string
	Called phrase
	Topic  string
	Asks   phrase
}

func offered(q forms.Questionnaire) offeredQuestionnaire {
	return offeredQuestionnaire{q.ID, q.Title, q.About, howMuch(q)}
}

// howMuch a questionnaire asks.
func howMuch(q forms.Questionnaire) phrase {
	var parts []phrase
	if len(q.Questions) > 0 {
		parts = append(parts, many("choose.once", len(q.Questions)))
	}
	for _, t := range q.Tables {
		parts = append(parts, say("choose.table", "Record", t.Record, "Rows", many("choose.rows", len(t.Questions()))))
	}
	return oneAfterAnother(parts)
}

// Title of the page.
func (p choosePage) Title() phrase { return say("form.new") }

// earlierOffered is how many earlier AHQs are offered at once.
const earlierOffered = 10

// newAHQ offers what there is to begin with; one is chosen, it shows the form.
func (s *Server) newAHQ(c *gin.Context) error {
	if len(c.QueryArray("questionnaire"))+len(c.QueryArray("earlier"))+len(c.QueryArray("blank")) == 0 {
		return s.chooseStart(c)
	}
	from, err := s.startOf(c, c.Request.URL.Query())
	if err != nil {
		return err
	}
	return s.showAHQForm(c, http.StatusOK, ahqFormPage{Start: from, Asks: from.title(), Typed: from.typed(actor(c))})
}

func (s *Server) chooseStart(c *gin.Context) error {
	page := choosePage{Text: c.Query("text")}
	for _, q := range forms.Catalogue() {
		page.Questionnaires = append(page.Questionnaires, offered(q))
	}
	found, err := s.Store.AHQs(c.Request.Context(), actor(c).Scope(), models.AHQFilter{
		Text: page.Text, States: []models.AHQState{models.Open, models.Closed}, Limit: earlierOffered,
	})
	for _, a := range found {
		at := "/ahqs/new?" + url.Values{"earlier": {string(a.ID)}}.Encode()
		page.Earlier = append(page.Earlier, earlierAHQ{at, called(a), a.Topic, howMuch(a.Questionnaire)})
	}
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "choose", page)
}

// A start is what a new AHQ begins with.
type start struct {
	Shipped string       // the id of a questionnaire of ours
	Earlier models.AHQID // whose questions and background it takes over
	Blank   bool
	Asks    forms.Questionnaire

	from models.AHQ
}

// startOf is what a form or an address says that it begins with.
func (s *Server) startOf(c *gin.Context, from url.Values) (begin start, err error) {
	begin = start{Shipped: from.Get("questionnaire"), Earlier: models.AHQID(from.Get("earlier"))}
	ok := true
	switch {
	case begin.Earlier != "":
		if begin.from, err = s.Store.AHQ(c.Request.Context(), actor(c).Scope(), begin.Earlier); err != nil {
			return begin, err
		}
		begin.Asks = begin.from.Questionnaire
	case begin.Shipped != "":
		begin.Asks, ok = forms.Shipped(begin.Shipped)
	default:
		begin.Blank, begin.Asks = true, workflow.Blank(from.Get("topic"))
	}
	if !ok {
		return begin, models.ErrNotFound
	}
	return begin, err
}

// title of what will be asked, for those who begin with it.
func (b start) title() string {
	if b.Blank {
		return ""
	}
	return b.Asks.Title
}

// typed is what a new form begins with.
func (b start) typed(who workflow.Actor) typedAHQ {
	t := typedAHQ{Addressing: models.All, Dissemination: models.OpenDissemination, Background: b.from.Background}
	if own := who.NCPs(models.Coordinator); len(own) > 0 {
		t.Lead = own[0]
	}
	if b.from.Reference != nil {
		t.Relations = []workflow.EarlierAHQ{{Kind: models.LinkFollowUpOf, Reference: *b.from.Reference}}
	}
	return t
}
