package workflow

import (
	"fmt"
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// numbers of the records of a table: in all, by section, by status, by the
// platforms they link to, by channel and by country.
func (f filtered) numbers(t forms.Table, records []readRecord) []document.Block {
	title := heading(2, t.Title)
	if len(records) == 0 {
		return []document.Block{title, quiet("No " + t.Record + " reported.")}
	}
	facts := document.Facts{fact(capital(plural(t.Record)), strconv.Itoa(len(records)))}
	for _, part := range []struct {
		label string
		text  document.Text
	}{
		{"By section", bySection(t, records)}, {"By status", byStatus(records)}, {"By platform", byPlatform(t, records)},
		{"By channel", byChannel(t, records)},
	} {
		if len(part.text) > 0 {
			facts = append(facts, document.Fact{Label: part.label, Text: part.text})
		}
	}
	return append([]document.Block{title, facts, f.byReporter(t, records)}, channelChart(t, records)...)
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

func bySection(t forms.Table, records []readRecord) document.Text {
	if len(t.Sections) < 2 {
		return nil
	}
	counts := map[string]int{}
	for _, r := range records {
		counts[r.Section]++
	}
	lines := make([]string, len(t.Sections))
	for i, s := range t.Sections {
		lines[i] = fmt.Sprintf("%d: %s", counts[s.ID], s.Title)
	}
	return document.Plain(strings.Join(lines, "\n"))
}

// statusOrder is how statuses are counted; the last is that nobody said.
var statusOrder = []forms.Status{forms.Planned, forms.Ongoing, forms.Suspended, forms.Finished, ""}

func byStatus(records []readRecord) document.Text {
	counts := map[forms.Status]int{}
	for _, r := range records {
		counts[r.Status]++
	}
	if counts[""] == len(records) {
		return nil
	}
	var parts []string
	for _, s := range statusOrder {
		word := strings.ToLower(statusWords[s])
		if s == "" {
			word = "not said"
		}
		if counts[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[s], word))
		}
	}
	return document.Plain(strings.Join(parts, ", "))
}

// byPlatform counts a record once for each platform that it links to.
func byPlatform(t forms.Table, records []readRecord) document.Text {
	questions := ofKind(forms.LinksKind, t.Questions())
	if len(questions) == 0 {
		return nil
	}
	counts := countPlatforms(questions, records)
	var parts []string
	for _, name := range platformNames() {
		parts = append(parts, fmt.Sprintf("%d %s", counts[name], name))
	}
	return document.Text{{
		Text: strings.Join(parts, ", "),
		Note: "By the addresses given. What leads to several platforms is counted with each.",
	}}
}

func countPlatforms(questions []forms.Question, records []readRecord) map[string]int {
	counts := map[string]int{}
	for _, r := range records {
		for platform := range r.platforms(questions) {
			counts[platform]++
		}
	}
	return counts
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
