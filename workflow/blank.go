package workflow

import (
	"context"
	"fmt"
	"io"
	"strings"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/models"
	"ahq/workflow/document"
)

// BlankFormats are those that a form to fill in offline can be had as.
func BlankFormats() []document.Format { return []document.Format{document.DOCX, document.XLSX} }

// Blank writes the form to fill in offline, with what the draft says already, and
// gives its name. What comes back is read by Propose.
func (w *Workflow) Blank(ctx context.Context, scope models.Scope, id models.ResponseID, format document.Format, out io.Writer) (name string, err error) {
	d, words, err := w.draftInWords(ctx, scope, id)
	if err != nil {
		return "", err
	}
	b := &blank{filtered: words, draft: d, content: Content(words.ahq, d)}
	f, err := b.form()
	if err != nil {
		return "", err
	}
	name = fmt.Sprintf("ahq-%s-%s-form.%s", reference(words.ahq), strings.ToLower(d.Response.NCP), format)
	return name, document.WriteForm(out, format, f)
}

// A blank is a form on its way out.
type blank struct {
	filtered
	draft   models.DraftContent
	content forms.Content
}

// ncp is the name of who answers.
func (b *blank) ncp() string { return b.names[b.draft.Response.NCP] }

func (b *blank) form() (document.Form, error) {
	f := document.Form{
		Title:    "Form to fill in: " + b.ahq.Topic,
		Subject:  "AHQ " + reference(b.ahq) + ", answer of " + b.ncp(),
		Author:   "EMN NCP " + b.names[lead(b.ahq)],
		Language: "en",
		Running:  fmt.Sprintf("AHQ %s · %s · %s", reference(b.ahq), b.ahq.Topic, b.ncp()),
		Made:     b.made,
		Mark:     reading.KeyMark,
		TooLong:  reading.TooLong,
		Facts: document.Facts{
			{Label: "AHQ", Text: document.Plain(reference(b.ahq))},
			{Label: "Topic", Text: document.Plain(b.ahq.Topic)},
			{Label: "Answer of", Text: document.Plain(b.ncp() + " (" + b.draft.Response.NCP + ")")},
			{Label: "Reply by", Text: document.Plain(longDay(b.replyBy()))},
			{Label: "Made on", Text: document.Plain(longDay(Day(b.made)) + ", from what the draft said then")},
		},
		Guide:  blankGuide,
		Beside: besideGuide,
		Parts:  b.parts(),
	}
	pieces, err := b.seal(f).Pieces()
	for i, piece := range pieces {
		f.Seal = append(f.Seal, document.Property{Name: fmt.Sprintf("%s%d", reading.SealName, i+1), Value: piece})
	}
	return f, err
}

// replyBy is the day that holds for who answers.
func (b *blank) replyBy() string {
	for _, x := range b.addressees {
		if x.NCP == b.draft.Response.NCP {
			return b.ahq.Due(x)
		}
	}
	return b.ahq.ReplyBy
}

// blankGuide is how a form is filled in.
var blankGuide = []string{
	"Fill in what you can, save the file, and read it in again on the page of the response: you see what it changes before anything is kept.",
	"Leave a field as it is to change nothing.",
	"Where there is no answer, write why: " + strings.Join(reading.ReasonWords(), "; ") + ". If the answer is that of another record, write for example: Same as r3.",
	"Countries are codes with commas between them, for example MK, XK.",
	"This form is for one NCP and one AHQ. It cannot be read in anywhere else.",
}

// besideGuide is what is to know of each format.
var besideGuide = map[document.Format]string{
	document.DOCX: "The grey text in a field is no answer: write over it. There are empty tables at the end. If you need more, select a whole empty table, copy it, and paste it below. Word keeps you from changing the questions; a table of your own is read too, if it has the same questions.",
	document.XLSX: "Each record is a column. There are empty columns at the right. A field with an arrow offers words to choose from; in most of them you can write something else too. Alt and Enter begin a new line in a field.",
}

// seal says what the form is, and which of its lines nobody filled in.
func (b *blank) seal(f document.Form) reading.Seal {
	s := reading.Seal{
		AHQ: reference(b.ahq), Topic: b.ahq.Topic, NCP: b.draft.Response.NCP, Response: string(b.draft.Response.ID),
		Cells: map[string]map[string]reading.Base{},
	}
	base := func(record, key string, version int, words string) {
		if s.Cells[record] == nil {
			s.Cells[record] = map[string]reading.Base{}
		}
		s.Cells[record][key] = reading.Base{Version: version, Print: reading.PrintOf(words)}
	}
	for _, c := range b.draft.Cells {
		base(c.RecordID, c.Question, c.Version, reading.Worded(answerOf(c)))
	}
	for i, r := range b.draft.Records {
		for key, words := range b.besideWords(b.content.Records[i]) {
			base(r.ID, key, r.Version, words)
		}
	}
	seen := map[string]bool{}
	for _, text := range f.Texts() {
		for line := range strings.Lines(text) {
			if print := reading.PrintOf(line); !seen[print] {
				seen[print] = true
				s.Ours = append(s.Ours, print)
			}
		}
	}
	return s
}
