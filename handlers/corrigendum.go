package handlers

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
)

// A corrigendumView is other words for the same questions, beside the old ones.
type corrigendumView struct {
	Number  int
	At      string
	Why     string
	Changes []change
}

// A change is what words were, and what they are now.
type change struct {
	What, Before, After string
}

func (s *Server) fillCorrigenda(ctx context.Context, d ahqDesk, page *ahqPage) error {
	all, err := s.Store.Corrigenda(ctx, d.Who.Scope(), d.AHQ.ID)
	for _, c := range all {
		page.Corrigenda = append(page.Corrigenda, corrigendumView{
			Number: c.Number, At: s.instant(c.At), Why: c.Why, Changes: changes(d.AHQ.Questionnaire, c),
		})
	}
	return err
}

// changes are the words that are not as they were, in printed order.
func changes(q forms.Questionnaire, c models.Corrigendum) []change {
	var all []change
	add := func(what, before, after string) {
		if before != after {
			all = append(all, change{what, before, after})
		}
	}
	add("Topic", c.Before.Topic, c.After.Topic)
	add("Background", c.Before.Background, c.After.Background)
	for _, question := range everyQuestion(q) {
		if after, ok := c.After.Labels[question.ID]; ok {
			add(question.Place, c.Before.Labels[question.ID], after)
		}
	}
	return all
}

// A placed question is called by its place, for its words may change.
type placed struct {
	forms.Question
	Place string // "Question 6", "Row 2"
}

// everyQuestion of a questionnaire, in printed order.
func everyQuestion(q forms.Questionnaire) []placed {
	all := places("Question", q.Questions)
	for _, t := range q.Tables {
		all = append(all, places("Row", t.Rows)...)
		if t.FollowUp != nil {
			all = append(all, places("Question", t.FollowUp.Questions)...)
		}
	}
	return all
}

// places number questions as they are printed, or count them.
func places(what string, questions []forms.Question) []placed {
	var all []placed
	for i, q := range questions {
		number := q.Number
		if number == "" {
			number = strconv.Itoa(i + 1)
		}
		all = append(all, placed{q, what + " " + number})
	}
	return all
}

// A corrigendumPage is where a requester corrects the words of an AHQ.
type corrigendumPage struct {
	Head       ahqHead
	Action     string
	Topic      string
	Background string
	Labels     []labelField
	Why        string
	Complaints complaints
}

// A labelField is the words of one question, to be corrected.
type labelField struct {
	Name, Caption, Value string
	Rows                 int
}

// Title of the page.
func (p corrigendumPage) Title() phrase {
	return p.Complaints.title(plain("Corrigendum: " + p.Head.Topic))
}

func (s *Server) corrigendumPage(c *gin.Context) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	stored := models.Wording{Topic: d.AHQ.Topic, Background: d.AHQ.Background, Labels: map[string]string{}}
	for _, q := range everyQuestion(d.AHQ.Questionnaire) {
		stored.Labels[q.ID] = q.Label
	}
	return s.html(c, http.StatusOK, "corrigendum", d.corrigendumPage(stored, ""))
}

func (d ahqDesk) corrigendumPage(words models.Wording, why string) corrigendumPage {
	page := corrigendumPage{
		Head: d.head(d.home()), Action: d.URL("corrigendum"), Topic: words.Topic, Background: words.Background, Why: why,
	}
	for _, q := range everyQuestion(d.AHQ.Questionnaire) {
		label := words.Labels[q.ID]
		page.Labels = append(page.Labels, labelField{"label." + q.ID, q.Place, label, lines(label)})
	}
	return page
}

// typedWording is what a form says of the words of an AHQ.
func typedWording(form url.Values, q forms.Questionnaire) models.Wording {
	words := models.Wording{Topic: form.Get("topic"), Background: lineEnds(form.Get("background")), Labels: map[string]string{}}
	for _, question := range everyQuestion(q) {
		if name := "label." + question.ID; form.Has(name) {
			words.Labels[question.ID] = lineEnds(form.Get(name))
		}
	}
	return words
}

// correct issues a corrigendum.
func (s *Server) correct(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	a, why := about(c).AHQ, lineEnds(form.Get("why"))
	words := typedWording(form, a.Questionnaire)
	if _, err := s.Flow.Correct(c.Request.Context(), actor(c), a.ID, words, why); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		d, err := s.ahqDesk(c)
		if err != nil {
			return err
		}
		page := d.corrigendumPage(words, why)
		page.Complaints = said
		return s.html(c, code, "corrigendum", page)
	}
	return s.done(c, ahqURL(a)+"#corrigenda", say("notice.corrected"))
}
