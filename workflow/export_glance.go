package workflow

import (
	"fmt"
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// glance is what the answers come to. It counts only what is let through, so
// that no number gives a withheld answer away. Where nothing was read, as of a
// draft, there is none.
func (f filtered) glance() []document.Block {
	if f.reports == nil {
		return nil
	}
	blocks := []document.Block{heading(1, "At a glance")}
	if f.audience == models.Public {
		blocks = append(blocks, quiet(f.countedOver()))
	}
	blocks = append(blocks, f.participation())
	blocks = append(blocks, f.verdictsOnce()...)
	for _, t := range f.ahq.Questionnaire.Tables {
		records := f.readRecords(t)
		blocks = append(blocks, f.numbers(t, records)...)
		blocks = append(blocks, verdictsOf(t, records)...)
		blocks = append(blocks, costsOf(t, records)...)
	}
	return blocks
}

// countedOver says over which answers a public edition counts.
func (f filtered) countedOver() string {
	published := 0
	for _, a := range f.answers {
		if !a.Withheld {
			published++
		}
	}
	return fmt.Sprintf("What the answers say is counted over those that are published, %d of %d. Nothing of an answer that is withheld is counted.", published, len(f.answers))
}

// participation is who answered of those who were asked.
func (f filtered) participation() document.Facts {
	answered := map[string]bool{}
	var late []string
	for _, a := range f.answers {
		answered[a.NCP] = true
		if a.Late {
			late = append(late, a.Name)
		}
	}
	declined := map[string]bool{}
	var nothing, silent []string
	for _, code := range f.declined {
		declined[code] = true
		nothing = append(nothing, f.names[code])
	}
	asked, ofAsked := 0, 0
	for _, x := range f.addressees {
		switch {
		case !x.Asked:
			continue
		case answered[x.NCP]:
			ofAsked++
		case !declined[x.NCP]:
			silent = append(silent, x.Name)
		}
		asked++
	}
	return document.Facts{
		fact("Answered", answeredOf(ofAsked, asked, len(f.answers)-ofAsked)),
		fact("Late", namesOf(late)),
		fact("Nothing to report", f.within(nothing)),
		fact("No answer", f.within(silent)),
	}
}

func answeredOf(n, asked, others int) string {
	words := fmt.Sprintf("%d of the %d asked", n, asked)
	if others > 0 {
		words += fmt.Sprintf("; %d more without being asked", others)
	}
	return words
}

// within the network names are told; outside, who said nothing is a number.
func (f filtered) within(names []string) string {
	if f.audience == models.Public && len(names) > 0 {
		return strconv.Itoa(len(names))
	}
	return namesOf(names)
}

// namesOf are all names with their number, or "None".
func namesOf(names []string) string {
	switch len(names) {
	case 0:
		return "None"
	case 1:
		return names[0]
	default:
		return fmt.Sprintf("%s (%d)", strings.Join(names, ", "), len(names))
	}
}

// ofKind are the questions that want this kind of answer.
func ofKind(kind forms.Kind, questions []forms.Question) []forms.Question {
	var some []forms.Question
	for _, q := range questions {
		if q.Kind == kind {
			some = append(some, q)
		}
	}
	return some
}

// numbered is a row of a label and numbers.
func numbered(label document.Text, numbers ...int) document.Row {
	row := document.Row{Cells: []document.Cell{{Header: true, Blocks: []document.Block{document.Paragraph{Text: label}}}}}
	for _, n := range numbers {
		row.Cells = append(row.Cells, document.Cell{Blocks: paragraphs(strconv.Itoa(n))})
	}
	return row
}

// separator is a row that names what follows it.
func separator(text string, columns int) document.Row {
	return document.Row{Separator: true, Cells: []document.Cell{{Span: columns, Blocks: paragraphs(text)}}}
}

// headers of columns.
func headers(texts ...string) []document.Text {
	all := make([]document.Text, len(texts))
	for i, text := range texts {
		all[i] = document.Plain(text)
	}
	return all
}
