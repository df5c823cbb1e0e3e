package workflow

import (
	"fmt"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// numbers of the records of a table: in all, by country, by section, by status,
// by the platforms they link to.
func (f filtered) numbers(t forms.Table, records []readRecord) []document.Block {
	blocks := []document.Block{document.Heading{Level: 2, Text: t.Title}}
	if len(records) == 0 {
		return append(blocks, quiet("No "+t.Record+" reported."))
	}
	things := capital(plural(t.Record))
	table := document.Table{Caption: things + " in numbers", Widths: []int{80, 20}, Header: headers(things, "Number")}
	table.Rows = append(table.Rows, numbered(document.Plain("All"), len(records)))
	for _, part := range []struct {
		title string
		rows  []document.Row
	}{
		{"By section", bySection(t, records)},
		{"By status", byStatus(records)},
		{"By platform", byPlatform(t, records)},
	} {
		if len(part.rows) > 0 {
			table.Rows = append(append(table.Rows, separator(part.title, 2)), part.rows...)
		}
	}
	return append(blocks, f.byReporter(t, records), table)
}

// byReporter is a bar for each country that answered, also for none.
func (f filtered) byReporter(t forms.Table, records []readRecord) document.Chart {
	things := plural(t.Record)
	counts := map[string]int{}
	for _, r := range records {
		counts[r.of.NCP]++
	}
	bars := document.Series{Name: capital(things)}
	chart := document.Chart{Title: capital(things) + " by country"}
	var told []string
	for _, a := range f.answers {
		if a.Withheld {
			continue
		}
		chart.Categories = append(chart.Categories, a.Name)
		bars.Values = append(bars.Values, counts[a.NCP])
		told = append(told, fmt.Sprintf("%s %d", a.Name, counts[a.NCP]))
	}
	chart.Series = []document.Series{bars}
	chart.Alt = fmt.Sprintf("%s that each country reported: %s.", capital(things), strings.Join(told, ", "))
	return chart
}

func bySection(t forms.Table, records []readRecord) []document.Row {
	if len(t.Sections) < 2 {
		return nil
	}
	counts := map[string]int{}
	for _, r := range records {
		counts[r.Section]++
	}
	var rows []document.Row
	for _, s := range t.Sections {
		rows = append(rows, numbered(document.Plain(s.Title), counts[s.ID]))
	}
	return rows
}

// statusOrder is how statuses are counted; the last is that nobody said.
var statusOrder = []forms.Status{forms.Planned, forms.Ongoing, forms.Suspended, forms.Finished, ""}

func byStatus(records []readRecord) []document.Row {
	counts := map[forms.Status]int{}
	for _, r := range records {
		counts[r.Status]++
	}
	if counts[""] == len(records) {
		return nil
	}
	var rows []document.Row
	for _, s := range statusOrder {
		word := statusWords[s]
		if s == "" {
			word = "Not said"
		}
		rows = append(rows, numbered(document.Plain(word), counts[s]))
	}
	return rows
}

// byPlatform counts a record once for each platform that it links to.
func byPlatform(t forms.Table, records []readRecord) []document.Row {
	questions := ofKind(forms.LinksKind, t.Questions())
	if len(questions) == 0 {
		return nil
	}
	counts := map[string]int{}
	for _, r := range records {
		for platform := range r.platforms(questions) {
			counts[platform]++
		}
	}
	var rows []document.Row
	for i, name := range platformNames() {
		label := document.Plain(name)
		if i == 0 {
			label[0].Note = "As far as addresses were given. One that leads to several platforms is counted with each."
		}
		rows = append(rows, numbered(label, counts[name]))
	}
	return rows
}

// platforms that a record links to, or that it links to none.
func (r readRecord) platforms(questions []forms.Question) map[string]bool {
	found := map[string]bool{}
	for _, q := range questions {
		if reading, _ := r.reading(q); reading.Links != nil {
			for _, link := range reading.Links.Links {
				found[platformOf(link)] = true
			}
		}
	}
	if len(found) == 0 {
		found[noPlatform] = true
	}
	return found
}

// capital begins a line with a word.
func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
