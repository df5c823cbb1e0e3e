package workflow

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// front is all that stands before the responses. What can be computed is.
func (f filtered) front(contents int) []document.Block {
	blocks := []document.Block{heading(0, f.title())}
	if f.draft {
		blocks = append(blocks, document.Paragraph{Style: document.Mark, Text: document.Plain("DRAFT: not submitted, not for quotation.")})
	}
	blocks = append(blocks, f.facts(), document.Paragraph{Style: document.Quiet, Text: document.Plain(f.texts.Disclaimer)})
	if background := blocksOf(f.ahq.Background); len(background) > 0 {
		blocks = append(blocks, heading(1, "Background information"))
		blocks = append(blocks, background...)
	}
	blocks = append(blocks, heading(1, "Questions"))
	blocks = append(blocks, f.questions()...)
	return append(blocks, document.Contents{Title: "Contents", Depth: contents}, document.PageBreak{})
}

// dissemination of an AHQ, as it is printed.
var dissemination = map[models.Dissemination]string{models.OpenDissemination: "Open", models.EMNOnly: "Limited"}

func (f filtered) facts() document.Facts {
	facts := document.Facts{
		fact("Reference", reference(f.ahq)),
		fact("Requested by", f.requested()),
	}
	if f.ahq.OnBehalfOf != "" {
		facts = append(facts, fact("On behalf of", f.ahq.OnBehalfOf))
	}
	facts = append(facts, fact("Reply by", longDay(f.ahq.ReplyBy)))
	if f.draft {
		return append(facts, fact("Draft of", f.answers[0].Name+", "+longDay(Day(f.made))))
	}
	return append(facts,
		fact("Compiled on", longDay(Day(f.made))),
		fact("Edition", f.edition()),
		fact("Dissemination", dissemination[f.ahq.Dissemination]),
		fact("Responses from", f.respondents()),
	)
}

func fact(label, text string) document.Fact {
	return document.Fact{Label: label, Text: document.Plain(text)}
}

// requested says who asks, the lead first, and since when.
func (f filtered) requested() string {
	var who []string
	for _, r := range f.ahq.Requesters {
		who = append(who, f.names[r.NCP])
	}
	if f.ahq.IssuedAt == nil {
		return strings.Join(who, ", ")
	}
	return fmt.Sprintf("%s on %s", strings.Join(who, ", "), longDay(Day(*f.ahq.IssuedAt)))
}

// respondents are all who answered, also those whose answer is withheld.
func (f filtered) respondents() string {
	names := make([]string, len(f.answers))
	for i, a := range f.answers {
		names[i] = a.Name
	}
	return fmt.Sprintf("%s (%d in Total)", strings.Join(names, ", "), len(names))
}

// questions are all that was asked, and of whom, in the order of their numbers:
// what is asked once may come before the tables, or after them.
func (f filtered) questions() []document.Block {
	once := f.ahq.Questionnaire.Questions
	blocks, tables := f.questionList(once), []document.Block(nil)
	for _, t := range f.ahq.Questionnaire.Tables {
		tables = append(tables, f.tableQuestions(t)...)
	}
	if f.tablesFirst() {
		return append(tables, blocks...)
	}
	return append(blocks, tables...)
}

// tablesFirst says whether the questions asked once have higher numbers than
// those of a table.
func (f filtered) tablesFirst() bool {
	first := math.MaxInt
	for _, t := range f.ahq.Questionnaire.Tables {
		first = min(first, firstNumber(t.Questions()))
	}
	return firstNumber(f.ahq.Questionnaire.Questions) > first
}

// firstNumber is the number of the first question that has one; 0 if none has.
func firstNumber(questions []forms.Question) int {
	for _, q := range questions {
		if n, err := strconv.Atoi(strings.TrimSuffix(q.Number, ".")); err == nil {
			return n
		}
	}
	return 0
}

func (f filtered) tableQuestions(t forms.Table) []document.Block {
	blocks := []document.Block{document.Paragraph{Text: document.Text{{Text: t.Title, Strong: true}}}}
	blocks = append(blocks, f.questionList(t.Rows)...)
	if t.FollowUp == nil {
		return blocks
	}
	blocks = append(blocks, document.Paragraph{Text: document.Text{{Text: t.FollowUp.Title, Strong: true}}})
	return append(blocks, f.questionList(t.FollowUp.Questions)...)
}

// questionList is questions under numbers of their own, where they have any.
func (f filtered) questionList(questions []forms.Question) []document.Block {
	var blocks []document.Block
	var bullets []document.Text
	for _, q := range questions {
		text := document.Plain(label(q) + f.askedOf(q))
		if q.Number == "" {
			bullets = append(bullets, text)
			continue
		}
		blocks = append(blocks, document.Paragraph{Text: text})
	}
	if len(bullets) > 0 {
		blocks = append(blocks, document.List{Items: bullets})
	}
	return blocks
}

// label of a question, as it is printed: "6. A contact e-mail".
func label(q forms.Question) string {
	if q.Number == "" {
		return q.Label
	}
	return strings.TrimSuffix(q.Number, ".") + ". " + q.Label
}

// askedOf names those a question is for, if it is not for all.
func (f filtered) askedOf(q forms.Question) string {
	if len(q.Audience) == 0 {
		return ""
	}
	names := make([]string, len(q.Audience))
	for i, code := range q.Audience {
		names[i] = f.names[code]
	}
	return " (" + strings.Join(names, ", ") + " only)"
}
