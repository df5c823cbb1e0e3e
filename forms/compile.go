package forms

import (
	"slices"

	"github.com/go-playground/validator/v10"
)

// A Form is a questionnaire made ready to check answers: compiled once, then
// only read, also by many at a time.
type Form struct {
	Questionnaire
	once      []*question
	bySection map[string]*table
	validate  *validator.Validate
}

// A table is one that is asked, with its questions ready.
type table struct {
	Table
	questions []*question // rows, then follow-up
}

// A question is one that is asked, with all that its kind adds.
type question struct {
	Question
	trait trait
	path  string     // of its text, behind the place of its record or answers
	after int        // which question its condition looks at
	whole expression // all its rules
	shape expression // those that need no reading
}

// What a record has beside its questions is held against rules too.
var (
	headingCell = newQuestion(Question{ID: "heading", Kind: TextKind}, trait{readingNothing, TooLong.tag()}, "/heading")
	noteCell    = newQuestion(Question{ID: "note", Kind: LongTextKind}, kinds[LongTextKind], "/note/text")
	statusCell  = newQuestion(Question{ID: "status"}, trait{read: readingNothing}, "/status")
)

func readingNothing(Question, string) Reading { return Reading{} }

// Compile makes a questionnaire ready to check answers. One that does not hold
// together is refused with all places that do not.
func Compile(q Questionnaire) (*Form, error) {
	if err := q.Misfits().err(); err != nil {
		return nil, err
	}
	v, err := judge()
	if err != nil {
		return nil, err
	}
	f := &Form{Questionnaire: q, bySection: map[string]*table{}, validate: v}
	f.once = newQuestions(q.Questions, "/")
	for _, t := range q.Tables {
		ready := &table{Table: t, questions: newQuestions(t.Questions(), "/cells/")}
		if len(t.Sections) == 0 {
			f.bySection[""] = ready
		}
		for _, s := range t.Sections {
			f.bySection[s.ID] = ready
		}
	}
	return f, nil
}

func newQuestions(list []Question, path string) []*question {
	ready := make([]*question, len(list))
	for i, q := range list {
		ready[i] = newQuestion(q, kinds[q.Kind], path+q.ID+"/text")
		if q.When != nil {
			ready[i].after = slices.IndexFunc(list, func(other Question) bool { return other.ID == q.When.Question })
		}
	}
	return ready
}

func newQuestion(q Question, t trait, path string) *question {
	tags := t.tags(q)
	var shape []string
	for _, tag := range tags {
		if r, ok := cellRuleOf(tag); ok && r.shape {
			shape = append(shape, tag)
		}
	}
	return &question{Question: q, trait: t, path: path, whole: newExpression(tags), shape: newExpression(shape)}
}
