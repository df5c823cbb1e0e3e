package forms

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ParseQuestionnaire reads a definition strictly. What is unknown, twice there
// or leads nowhere is refused with its place.
func ParseQuestionnaire(raw []byte) (q Questionnaire, err error) {
	if err := Decode(raw, &q, largestQuestionnaire); err != nil {
		return Questionnaire{}, err
	}
	if err := q.Misfits().err(); err != nil {
		return Questionnaire{}, err
	}
	return q, nil
}

var (
	idSyntax  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	ncpSyntax = regexp.MustCompile(`^([A-Z]{2}|COM)$`)
)

// reserved are the names of what a record has beside its questions.
var reserved = []string{"heading", "countries", "status", "note"}

// topics are those that verdicts can be read for; "" is any other.
var topics = []Topic{"", Success, Evaluation, Reception}

// An inspection goes through a definition and collects what does not hold together.
type inspection struct {
	Misfits
	ids map[string]string // where each was given first
}

// Misfits are all places where a questionnaire does not hold together.
func (q Questionnaire) Misfits() Misfits {
	in := &inspection{ids: map[string]string{}}
	in.id("/id", q.ID)
	in.words("/title", q.Title)
	if len(q.Questions) == 0 && len(q.Tables) == 0 {
		in.unfinished("", "nothing is asked: add a question or a table")
	}
	in.questions("/questions", q.Questions, nil)
	plain := 0
	for i, t := range q.Tables {
		at := "/tables/" + strconv.Itoa(i)
		in.table(at, t)
		if len(t.Sections) == 0 {
			plain++
		}
		if plain > 1 {
			in.unfinished(at+"/sections", "two tables without sections cannot be told apart: give one of them a section")
		}
	}
	return in.Misfits
}

func (in *inspection) table(at string, t Table) {
	in.id(at+"/id", t.ID)
	in.words(at+"/title", t.Title)
	in.words(at+"/record", t.Record)
	for i, s := range t.Sections {
		at := at + "/sections/" + strconv.Itoa(i)
		in.id(at+"/id", s.ID)
		in.words(at+"/title", s.Title)
	}
	if len(t.Rows) == 0 {
		in.unfinished(at+"/rows", "a table has at least one row: add one")
	}
	in.questions(at+"/rows", t.Rows, nil)
	for i, id := range t.Unique {
		if !slices.ContainsFunc(t.Rows, func(q Question) bool { return q.ID == id }) {
			in.add(at+"/unique/"+strconv.Itoa(i), "there is no row %q in this table", id)
		}
	}
	if t.FollowUp != nil {
		at += "/follow_up"
		in.ncp(at+"/by", t.FollowUp.By)
		in.words(at+"/title", t.FollowUp.Title)
		in.questions(at+"/questions", t.FollowUp.Questions, t.Rows)
	}
}

// questions are inspected in order: a condition may look at those before it, and
// at those that stand beside the list.
func (in *inspection) questions(at string, list, before []Question) {
	for i, q := range list {
		at := at + "/" + strconv.Itoa(i)
		in.id(at+"/id", q.ID)
		if slices.Contains(reserved, q.ID) {
			in.add(at+"/id", "%q names a part of every record: choose another id", q.ID)
		}
		in.words(at+"/label", q.Label)
		in.kind(at, q)
		in.rules(at+"/rules", q)
		for j, code := range q.Audience {
			in.ncp(at+"/audience/"+strconv.Itoa(j), code)
		}
		in.condition(at+"/when", list, i, before)
	}
}

func (in *inspection) kind(at string, q Question) {
	if _, known := kinds[q.Kind]; !known {
		in.add(at+"/kind", "there is no kind %q", q.Kind)
	}
	switch {
	case !slices.Contains(topics, q.Topic):
		in.add(at+"/topic", "there is no topic %q", q.Topic)
	case q.Topic != "" && q.Kind != VerdictKind:
		in.add(at+"/topic", "only a verdict has a topic")
	}
	switch {
	case q.Kind == ChoiceKind && len(q.Options) == 0:
		in.unfinished(at+"/options", "a choice has options: write at least one")
	case q.Kind != ChoiceKind && len(q.Options) > 0:
		in.add(at+"/options", "only a choice has options")
	}
	for i, o := range q.Options {
		at := at + "/options/" + strconv.Itoa(i)
		in.syntax(at+"/id", o.ID)
		in.words(at+"/label", o.Label)
		if slices.ContainsFunc(q.Options[:i], func(other Option) bool { return other.ID == o.ID }) {
			in.add(at+"/id", "the option %q stands here twice", o.ID)
		}
	}
}

func (in *inspection) rules(at string, q Question) {
	for _, tag := range tagsOf(q.Rules) {
		switch r, known := cellRuleOf(tag); {
		case !known:
			in.add(at, "there is no rule %q", tag)
		case r.of != "" && r.of != q.Kind:
			in.add(at, "the rule %q is for answers of the kind %q", tag, r.of)
		}
	}
}

func (in *inspection) condition(at string, list []Question, i int, beside []Question) {
	when := list[i].When
	if when == nil {
		return
	}
	before := slices.Concat(beside, list[:i])
	first := indexOf(before, when.Question)
	if first < 0 {
		in.unfinished(at+"/question", "%s", waiting(list, i))
		return
	}
	if len(when.Is) == 0 {
		in.unfinished(at+"/is", "say after which answers it is asked")
	}
	offered := AnswersTo(before[first])
	for j, answer := range when.Is {
		if !slices.Contains(offered, answer) {
			in.unfinished(at+"/is/"+strconv.Itoa(j), "it is asked after an answer that %q does not offer: choose another", before[first].Label)
		}
	}
}

// waiting says why the condition of a question can never be met: it looks at none
// that comes before.
func waiting(list []Question, i int) string {
	if round := circle(list, i); len(round) > 0 {
		labels := make([]string, len(round))
		for j, q := range round {
			labels[j] = strconv.Quote(q.Label)
		}
		return "these wait for each other, so that none would ever be asked: " + strings.Join(labels, ", ") + ". Take the condition away from one of them"
	}
	if later := indexOf(list, list[i].When.Question); later >= 0 {
		return fmt.Sprintf("it waits for %q, which is asked after it: move it behind that question, or take its condition away", list[later].Label)
	}
	return "the question that it waits for is not there: choose one that is asked before it, or take its condition away"
}

// circle is the way from a question along the conditions back to it, if there is one.
func circle(list []Question, i int) (way []Question) {
	for next := i; next >= 0 && list[next].When != nil && len(way) < len(list); {
		way = append(way, list[next])
		if next = indexOf(list, list[next].When.Question); next == i {
			return way
		}
	}
	return nil
}

func indexOf(list []Question, id string) int {
	return slices.IndexFunc(list, func(q Question) bool { return q.ID == id })
}

// AnswersTo are what a condition can look for in the answer to a question.
func AnswersTo(q Question) []string {
	if q.Kind == VerdictKind {
		return []string{string(Yes), string(No), string(Unknown), string(Moot)}
	}
	var ids []string
	for _, o := range q.Options {
		ids = append(ids, o.ID)
	}
	return ids
}

// id is one that nothing else in the questionnaire has.
func (in *inspection) id(at, id string) {
	in.syntax(at, id)
	if first, taken := in.ids[id]; taken && id != "" {
		in.add(at, "%q is already the id at %s", id, first)
		return
	}
	in.ids[id] = at
}

func (in *inspection) syntax(at, id string) {
	if !idSyntax.MatchString(id) || len(id) > 64 {
		in.add(at, "%q is no id: use small letters, digits and single hyphens, at most 64", id)
	}
}

func (in *inspection) words(at, text string) {
	if strings.TrimSpace(text) == "" {
		in.unfinished(at, "this is printed and cannot be empty")
	}
}

func (in *inspection) ncp(at, code string) {
	if !ncpSyntax.MatchString(code) {
		in.add(at, "%q is no code of an NCP: two capital letters, or COM", code)
	}
}
