package handlers

import (
	"errors"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A questionForm is where one question of a draft is written.
type questionForm struct {
	Head       ahqHead
	Heading    phrase
	Action     string
	Remove     string // where it is removed; "" it is new
	Leave      string
	Complaints complaints
	Theirs     []change // what somebody else saved meanwhile
	Was        workflow.PartHash
	Typed      forms.Question
	Kinds      []choice
	Rules      boxes
	Topics     []choice // of a verdict
	Options    []optionField
	Audience   boxes
	After      []choice // questions that it can wait for
	Is         boxes    // answers to that one
}

// An optionField is one of the answers a choice offers, to be written.
type optionField struct {
	Number    int
	ID, Label string
	Up        bool // it can be moved up
}

// Title of the page.
func (p questionForm) Title() phrase {
	return p.Complaints.title(say("question.title", "Heading", p.Heading, "Topic", p.Head.Topic))
}

// kindNames say what sort of answer a question wants, to choose from.
var kindNames = map[forms.Kind]phrase{
	forms.TextKind: say("question.text"), forms.LongTextKind: say("question.long_text"), forms.LinksKind: say("question.links"),
	forms.VerdictKind: say("question.verdict"), forms.MoneyKind: say("question.money"), forms.PeriodKind: say("question.period"),
	forms.CountriesKind: say("question.countries"), forms.LanguagesKind: say("question.languages"), forms.ChannelsKind: say("question.channels"),
	forms.EmailKind: say("question.email"), forms.ChoiceKind: say("question.choice"), forms.NumberKind: say("question.number"), forms.DateKind: say("question.date"),
}

// ruleNames say what a rule asks of an answer, by its tag.
var ruleNames = map[string]phrase{
	"answered": say("question.answered"), "follow-up-verdict": say("question.rule_verdict"), "follow-up-why": say("question.rule_why"),
	"follow-up-methods": say("question.rule_methods"), "follow-up-description": say("question.rule_description"), "follow-up-contact": say("question.rule_contact"),
}

// topicChoices say what a verdict is about.
var topicChoices = []choice{
	{Value: "", Text: say("question.topic_other")},
	{Value: string(forms.Success), Text: say("question.topic_success")},
	{Value: string(forms.Evaluation), Text: say("question.topic_evaluation")},
	{Value: string(forms.Reception), Text: say("question.topic_reception")},
}

// blankQuestion is what a new one begins with.
var blankQuestion = forms.Question{Kind: forms.LongTextKind, Rules: "answered"}

// newQuestion shows an empty form.
func (s *Server) newQuestion(c *gin.Context) error {
	d, err := s.draftDesk(c)
	if err != nil {
		return err
	}
	page, err := s.questionForm(c, d, listingOf(c.Request.URL.Query()), blankQuestion)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "question", page)
}

func (s *Server) questionPage(c *gin.Context) error {
	d, err := s.draftDesk(c)
	if err != nil {
		return err
	}
	l, at, found := d.Q.Find(c.Param("question"))
	if !found {
		return models.ErrNotFound
	}
	page, err := s.questionForm(c, d, l, d.Q.In(l)[at])
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "question", page)
}

// questionForm puts what can be chosen around a question.
func (s *Server) questionForm(c *gin.Context, d draftDesk, l forms.Listing, q forms.Question) (questionForm, error) {
	today, err := s.Store.Participants(c.Request.Context(), s.today())
	if err != nil {
		return questionForm{}, err
	}
	if !d.has(l) {
		return questionForm{}, models.ErrNotFound
	}
	page := questionForm{
		Head: d.head(link{URL: d.List(l), Text: say("questionnaire.back_list")}), Heading: say("question.new"), Leave: d.List(l), Typed: q,
		Action: d.newQuestion(l),
		Kinds:  kindChoices(q.Kind), Rules: ruleBoxes(q), Audience: boxes{"audience", d.participants(today, q.Audience)},
	}
	at := len(d.Q.In(l))
	if stands, i, found := d.Q.Find(q.ID); found {
		at, page.Heading, page.Was = i, d.placeName(l, i), workflow.HashOf(d.Q.In(stands)[i])
		page.Action, page.Remove = d.URL("questionnaire", "questions", q.ID), d.URL("questionnaire", "parts", q.ID, "remove")
	}
	page.offer(d.Q.Before(l, at))
	return page, nil
}

// placeName is what a question is called by its place.
func (d draftDesk) placeName(l forms.Listing, at int) phrase {
	as := asQuestion
	if l.Table != "" && !l.FollowUp {
		as = asRow
	}
	return places(as, d.Q.In(l))[at].Place
}

// offer what depends on the kind of the question, and on those before it.
func (p *questionForm) offer(before []forms.Question) {
	q := p.Typed
	if q.Kind == forms.VerdictKind {
		p.Topics = chosen(topicChoices, string(q.Topic))
	}
	if q.Kind == forms.ChoiceKind {
		p.Options = optionFields(q.Options)
	}
	if len(before) == 0 && q.When == nil {
		return
	}
	when := forms.Condition{}
	if q.When != nil {
		when = *q.When
	}
	p.After = []choice{{Value: "", Text: say("question.always")}}
	for _, earlier := range before {
		p.After = append(p.After, choice{earlier.ID, plain(shortLabel(earlier)), earlier.ID == when.Question})
		if earlier.ID == when.Question {
			p.Is = answerBoxes(earlier, when.Is)
		}
	}
	if when.Question != "" && len(p.Is.Choices) == 0 { // it waits for one that it cannot wait for
		p.After = append(p.After, choice{when.Question, say("question.not_before"), true})
	}
}

// answerBoxes are the answers to a question that another can wait for.
func answerBoxes(q forms.Question, picked []string) boxes {
	answers := forms.AnswersTo(q)
	all := boxes{Name: "is"}
	for i, words := range optionLabels(q, answers) {
		all.Choices = append(all.Choices, choice{answers[i], words, slices.Contains(picked, answers[i])})
	}
	return all
}

func kindChoices(now forms.Kind) []choice {
	var all []choice
	for _, kind := range forms.Kinds {
		all = append(all, choice{string(kind), kindNames[kind], kind == now})
	}
	return all
}

func ruleBoxes(q forms.Question) boxes {
	all := boxes{Name: "rules"}
	for _, tag := range forms.RulesFor(q.Kind) {
		all.Choices = append(all.Choices, choice{tag, ruleNames[tag], slices.Contains(q.Tags(), tag)})
	}
	return all
}

// spareOptions are how many more can be written at once.
const spareOptions = 2

func optionFields(options []forms.Option) []optionField {
	var all []optionField
	for i, o := range append(slices.Clone(options), make([]forms.Option, spareOptions)...) {
		all = append(all, optionField{i + 1, o.ID, o.Label, i > 0 && i < len(options)})
	}
	return all
}

// saveQuestion keeps a question, and goes on where its writer wants to.
func (s *Server) saveQuestion(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	d, err := s.draftDesk(c)
	if err != nil {
		return err
	}
	l, stored := listingOf(c.Request.URL.Query()), blankQuestion
	if id := c.Param("question"); id != "" {
		stored = forms.Question{ID: id, Kind: forms.Kind(form.Get("kind"))} // it may have been removed meanwhile
		if stands, at, found := d.Q.Find(id); found {
			l, stored = stands, d.Q.In(stands)[at]
		}
	}
	typed := typedQuestion(form, stored)
	id, err := s.Flow.PutQuestion(c.Request.Context(), actor(c), d.AHQ.ID, l, typed, workflow.PartHash(form.Get("was")))
	if err != nil {
		return s.questionAgain(c, l, typed, err)
	}
	return s.afterQuestion(c, d, l, id, typed, form.Has("option_up") || asksMore(stored, typed))
}

// asksMore says whether there is more to say of a question than its form asked.
func asksMore(stored, typed forms.Question) bool {
	choose := typed.Kind == forms.ChoiceKind && len(typed.Options) == 0
	wait := typed.When != nil && len(typed.When.Is) == 0
	return choose || wait || typed.Kind == forms.VerdictKind && stored.Kind != forms.VerdictKind
}

// afterQuestion leads to the rest of its form, to another question, or to the list.
func (s *Server) afterQuestion(c *gin.Context, d draftDesk, l forms.Listing, id string, typed forms.Question, stay bool) error {
	switch {
	case stay && typed.When != nil && len(typed.When.Is) == 0:
		return s.done(c, d.URL("questionnaire", "questions", id)+"#when", say("notice.saved_when"))
	case stay:
		return s.done(c, d.URL("questionnaire", "questions", id)+"#kind", say("notice.saved_kind"))
	case c.PostForm("then") == "another":
		return s.done(c, d.newQuestion(l), say("notice.saved"))
	default:
		return s.done(c, d.List(l)+"#"+id, say("notice.saved"))
	}
}

// questionAgain shows the form as it was typed, with what stood in the way. What
// somebody else changed stands beside it; what they removed can be written again,
// asked once where its table is gone.
func (s *Server) questionAgain(c *gin.Context, l forms.Listing, typed forms.Question, failed error) error {
	d, code, said, err := s.partAgain(c, failed, say("question.removed"))
	if err != nil {
		return err
	}
	if !d.has(l) {
		l, said = forms.Listing{}, complaints{{"", say("question.table_removed")}}
	}
	if _, _, found := d.Q.Find(typed.ID); !found {
		typed.ID = ""
	}
	page, err := s.questionForm(c, d, l, typed)
	if err != nil {
		return err
	}
	page.Complaints = said
	if stands, at, found := d.Q.Find(typed.ID); found && errors.Is(failed, models.ErrStale) {
		page.Complaints, page.Theirs = complaints{{"", say("question.stale")}}, d.questionDifferences(typed, d.Q.In(stands)[at])
	} else if found {
		page.Was = workflow.PartHash(c.PostForm("was"))
	}
	return s.html(c, code, "question", page)
}

// partAgain is what a page about one part of a draft comes back with: the draft as
// it stands now, and what is said of the part. One that somebody else removed can
// be written again.
func (s *Server) partAgain(c *gin.Context, failed error, removed phrase) (d draftDesk, code int, said complaints, err error) {
	code, said, err = complain(failed)
	if errors.Is(failed, models.ErrNotFound) {
		code, said, err = http.StatusConflict, complaints{{"", removed}}, nil
	}
	if err == nil {
		d, err = s.freshDraft(c)
	}
	return d, code, ofPart(said), err
}

// freshDraft is the draft as it stands now, not as it stood when the request came.
func (s *Server) freshDraft(c *gin.Context) (draftDesk, error) {
	is, err := s.find(c, actor(c))
	if err != nil {
		return draftDesk{}, err
	}
	c.Set(subjectKey, is)
	return s.draftDesk(c)
}
