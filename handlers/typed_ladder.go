package handlers

import (
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A typedLadder is what the form says of a ladder: working days, as people list
// them.
type typedLadder struct {
	Before   string // the reply-by date: "7, 2"
	OnTheDay bool
	After    string
	Closing  string // before it closes by itself
	Edition  bool   // told when one is ready
	Most     string
	From     string // hours
	Until    string
}

func typedLadderForm(c *gin.Context) typedLadder {
	return typedLadder{
		Before: c.PostForm("before"), OnTheDay: c.PostForm("on_the_day") != "", After: c.PostForm("after"),
		Closing: c.PostForm("closing"), Edition: c.PostForm("edition") != "",
		Most: c.PostForm("most"), From: c.PostForm("from"), Until: c.PostForm("until"),
	}
}

// typedLadderOf is a ladder as its form shows it.
func typedLadderOf(l models.Ladder) typedLadder {
	t := typedLadder{Most: strconv.Itoa(l.Most), From: strconv.Itoa(l.From), Until: strconv.Itoa(l.Until)}
	days := map[string][]string{}
	for _, s := range l.Steps {
		days[fieldOfStep(s)] = append(days[fieldOfStep(s)], strconv.Itoa(max(s.Days, -s.Days)))
	}
	t.Before, t.After, t.Closing = strings.Join(days["before"], ", "), strings.Join(days["after"], ", "), strings.Join(days["closing"], ", ")
	t.OnTheDay, t.Edition = len(days["on_the_day"]) > 0, len(days["edition"]) > 0
	return t
}

// fieldOfStep is the field of the form in which a step stands.
func fieldOfStep(s models.Step) string {
	switch {
	case s.Anchor == models.AtReplyBy && s.Days < 0:
		return "before"
	case s.Anchor == models.AtReplyBy && s.Days > 0:
		return "after"
	case s.Anchor == models.AtReplyBy:
		return "on_the_day"
	default:
		return string(s.Anchor)
	}
}

// ladder is what was typed; what is no number is complained of.
func (t typedLadder) ladder() (l models.Ladder, said complaints) {
	number := func(field, text string) int {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || n < 0 {
			said = append(said, complaint{field, say("ladder.no_number", "Typed", text)})
		}
		return n
	}
	steps := func(field string, anchor models.Anchor, sign int, text string) {
		for _, day := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;", r) }) {
			l.Steps = append(l.Steps, models.Step{Anchor: anchor, Days: sign * number(field, day)})
		}
	}
	l.Steps = []models.Step{{Anchor: models.AtIssue}}
	steps("before", models.AtReplyBy, -1, t.Before)
	if t.OnTheDay {
		l.Steps = append(l.Steps, models.Step{Anchor: models.AtReplyBy})
	}
	steps("after", models.AtReplyBy, 1, t.After)
	steps("closing", models.AtClosing, -1, t.Closing)
	if t.Edition {
		l.Steps = append(l.Steps, models.Step{Anchor: models.AtEdition})
	}
	l.Most, l.From, l.Until = number("most", t.Most), number("from", t.From), number("until", t.Until)
	return l, said
}
