package handlers

import (
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// answersOnPage is how many answers are shown at once.
const answersOnPage = 50

// A sidesPage shows what the countries answered to one question.
type sidesPage struct {
	Head      ahqHead
	Action    string
	Numbers   string // where the same is counted
	Question  phrase
	Questions []questionGroup
	Countries []choice
	Only      bool
	Fields    []choiceField // that narrow it
	Narrowed  bool
	Counted   phrase
	Across    bool // a column for each country: there are not many answers of each
	Sides     []sideView
	Silent    phrase // who was asked and has not answered
	Shown     phrase // which of how many, where there are several pages
	Before    string
	After     string
}

// A questionGroup is the questions of a table, to choose from.
type questionGroup struct {
	Title   phrase
	Choices []choice
}

// A sideView is one country.
type sideView struct {
	Code, Name string
	URL        string // of the version
	Number     int
	At         time.Time
	Late       bool
	Answers    []sideAnswer
}

// A sideAnswer is one answer of it.
type sideAnswer struct {
	Name    string // of the record; "" where there is none
	Title   string
	URL     string // its place in the version
	Text    []printedBlock
	Said    phrase
	Read    phrase
	New     phrase
	Since   int // the version that it is compared with
	Changed []workflow.WordPiece
}

// Title of the page.
func (p sidesPage) Title() phrase { return say("sides.title", "Topic", p.Head.Topic) }

func (s *Server) sideBySide(c *gin.Context) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	found, err := s.Flow.SideBySide(c.Request.Context(), d.Who, d.AHQ.ID, soughtIn(c))
	if err != nil {
		return err
	}
	page := d.sidesPage(found)
	at, err := strconv.Atoi(c.Query("page"))
	if err != nil || at < 1 {
		at = 1
	}
	page.turn(d, found, at)
	return s.html(c, http.StatusOK, "sides", page)
}

func (d ahqDesk) sidesPage(found workflow.SideBySide) sidesPage {
	page := sidesPage{
		Head: d.head(d.home()), Action: d.URL("answers"), Numbers: d.URL("numbers"), Question: labelOf(found.Question),
		Questions: questionGroups(d.AHQ.Questionnaire, found.Sought), Only: found.Sought.Only,
		Fields: narrowing(found), Narrowed: narrowed(found.Sought), Silent: inSentence(found.Silent),
	}
	for _, n := range found.NCPs {
		page.Countries = append(page.Countries, choice{Value: n.Code, Text: plain(n.Name), Chosen: slices.Contains(found.Sought.NCPs, n.Code)})
	}
	page.Across = found.Table.ID == "" || len(found.Sought.NCPs) > 0
	answers := 0
	for _, side := range found.Sides {
		answers += len(side.Answers)
	}
	page.Counted = say("sides.counted", "Answers", many("sides.answers", answers), "All", found.All, "Countries", many("sides.countries", len(found.Sides)))
	return page
}

// turn shows one page of the answers, side for side.
func (p *sidesPage) turn(d ahqDesk, found workflow.SideBySide, at int) {
	all := 0
	from := (at - 1) * answersOnPage
	to := from + answersOnPage
	for _, side := range found.Sides {
		first, last := max(from-all, 0), min(to-all, len(side.Answers))
		if all += len(side.Answers); first < last {
			p.Sides = append(p.Sides, d.sideView(found, side, side.Answers[first:last]))
		}
	}
	if at > 1 {
		p.Before = p.Action + soughtQuery(found.Sought, at-1)
	}
	if to < all {
		p.After = p.Action + soughtQuery(found.Sought, at+1)
	}
	if all > answersOnPage && from < all {
		p.Shown = say("sides.shown", "From", from+1, "To", min(to, all), "All", all)
	}
}

func (d ahqDesk) sideView(found workflow.SideBySide, side workflow.Side, answers []workflow.SideAnswer) sideView {
	version := versionURL(models.Version{ResponseID: side.Response, Number: side.Version.Number})
	view := sideView{
		Code: side.Code, Name: side.Name, URL: version, Number: side.Version.Number, At: side.Version.SubmittedAt,
		Late: side.Version.Late,
	}
	for _, a := range answers {
		view.Answers = append(view.Answers, d.sideAnswer(found, side, a, version))
	}
	return view
}

func (d ahqDesk) sideAnswer(found workflow.SideBySide, side workflow.Side, a workflow.SideAnswer, version string) sideAnswer {
	of := reader{form: d.AHQ.Questionnaire, content: side.Version.Content}
	view := sideAnswer{
		Text: printedBlocks(a.Answer.Text), Said: reasonText(a.Answer, of.named), Read: readAs(found.Question, a.Reading),
		URL:   version + "#" + answerAnchor("", found.Question.ID),
		Since: side.Version.Number - 1, Changed: workflow.Nearby(a.Changed),
	}
	if a.Record == nil {
		return view
	}
	view.URL = version + "#" + answerAnchor(a.Record.ID, found.Question.ID)
	view.Name = nameOf(d.AHQ.Questionnaire, side.Version.Content, *a.Record)
	if found.Question.ID != found.Table.Rows[0].ID {
		view.Title = shortened(a.Title, longestName)
	}
	if a.New {
		view.New = say("sides.new", "Number", side.Version.Number)
	}
	return view
}

// longestName is how much of a record's title stands beside its answer.
const longestName = 120

// questionGroups are all questions, by table.
func questionGroups(q forms.Questionnaire, s workflow.Sought) []questionGroup {
	var groups []questionGroup
	group := func(title phrase, table string, questions []forms.Question) {
		if len(questions) == 0 {
			return
		}
		g := questionGroup{Title: title}
		for _, of := range questions {
			g.Choices = append(g.Choices, choice{
				Value: soughtQuestion(table, of.ID), Text: labelOf(of), Chosen: s.Table == table && s.Question == of.ID,
			})
		}
		groups = append(groups, g)
	}
	for _, t := range q.Tables {
		group(plain(t.Title), t.ID, t.Questions())
	}
	group(say("answers.once"), "", q.Questions)
	return groups
}
