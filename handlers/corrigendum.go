package handlers

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
)

// A corrigendumView is other words for the same questions, beside the old ones.
type corrigendumView struct {
	Number  int
	At      time.Time
	Why     string
	Changes []change
}

// A change is what words were, and what they are now.
type change struct {
	What, Before, After phrase
}

func (s *Server) fillCorrigenda(ctx context.Context, d ahqDesk, page *ahqPage) error {
	all, err := s.Store.Corrigenda(ctx, d.Who.Scope(), d.AHQ.ID)
	for _, c := range all {
		page.Corrigenda = append(page.Corrigenda, corrigendumView{
			Number: c.Number, At: c.At, Why: c.Why, Changes: changes(d.AHQ.Questionnaire, c),
		})
	}
	return err
}

// changes are the words that are not as they were, in printed order.
func changes(q forms.Questionnaire, c models.Corrigendum) []change {
	var all []change
	add := func(what phrase, before, after string) {
		if before != after {
			all = append(all, change{what, plain(before), plain(after)})
		}
	}
	add(say("corrigendum.topic"), c.Before.Topic, c.After.Topic)
	add(say("corrigendum.background"), c.Before.Background, c.After.Background)
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
	Place phrase // "Question 6", "Row 2"
}

// everyQuestion of a questionnaire, in printed order.
func everyQuestion(q forms.Questionnaire) []placed {
	all := places(asQuestion, q.Questions)
	for _, t := range q.Tables {
		all = append(all, places(asRow, t.Rows)...)
		if t.FollowUp != nil {
			all = append(all, places(asQuestion, t.FollowUp.Questions)...)
		}
	}
	return all
}

// How a question is called by its number, and a row of a table.
func asQuestion(number string) phrase { return say("corrigendum.question", "Number", number) }
func asRow(number string) phrase      { return say("corrigendum.row", "Number", number) }

// places number questions as they are printed, or count them.
func places(as func(number string) phrase, questions []forms.Question) []placed {
	var all []placed
	for i, q := range questions {
		number := q.Number
		if number == "" {
			number = strconv.Itoa(i + 1)
		}
		all = append(all, placed{q, as(number)})
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
	Name    string
	Caption phrase
	Value   string
	Rows    int
}

// Title of the page.
func (p corrigendumPage) Title() phrase {
	return p.Complaints.title(say("corrigendum.title", "Topic", p.Head.Topic))
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
