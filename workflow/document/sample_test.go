package document

import (
	"slices"
	"strings"
	"time"
)

// sample is a small compilation with everything in it that a document can
// have.
func sample() Document {
	blocks := slices.Concat(cover(), figures(), responses())
	for _, country := range []string{"Austria", "Belgium"} {
		blocks = append(blocks, Heading{Level: 1, Text: Plain(country)},
			Heading{Level: 2, Text: Plain("Campaigns in countries of origin or transit")},
			Heading{Level: 3, Text: Plain("MACEDONIA & KOSOVO\nTwo lines"), ID: "kosovo"}, campaign(country, 1),
			Heading{Level: 3, Text: Plain("CAMEROON")}, campaign(country, 2),
			Heading{Level: 2, Text: Plain("In-land campaigns")},
			Paragraph{Style: Mark, Text: Plain("Withheld: this response is not for wider dissemination.")})
	}
	return Document{
		Title: "EMN Ad-Hoc Query on <sample> campaigns", Subject: "2016.1", Author: "EMN NCP Norway", Language: "en-GB",
		Running: "EMN Ad-Hoc Query on <sample> campaigns · 2016.1", Manifest: []byte(`{"ahq":"2016.1"}`), Made: time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC), Blocks: blocks,
	}
}

// unremarked is the sample without its figures: the numbers of notes would stand
// between its words.
func unremarked() Document {
	d := sample()
	d.Blocks = slices.Concat(cover(), responses())
	return d
}

func cover() []Block {
	return []Block{
		Heading{Text: Plain("EMN Ad-Hoc Query on <sample> campaigns")},
		Facts{
			{"Requested by", Plain("EMN NCP Norway on 16 December 2016")},
			{"Reply by", Plain("20 January 2017")},
			{"Compiled on", Plain("19 January 2017")},
			{"Dissemination", Text{{Text: "Limited", Strong: true}, {Text: ": EMN only"}}},
			{"Responses", Plain("Austria, Belgium, Czech Republic, Estonia, Finland, Germany, Hungary, Latvia, Lithuania (9 in total)")},
		},
		Paragraph{Style: Quiet, Text: Plain("These answers were given by the contact points for exchange among themselves, and are no official statement of anyone.")},
		Heading{Level: 1, Text: Plain("Background")},
		Paragraph{Text: Text{{Text: "A sample of a background, with a "}, {Text: "link", Link: "https://example.org/?a=1&b=2"},
			{Text: ", a "}, {Text: "strong", Strong: true}, {Text: " word and an "}, {Text: "unsafe one", Link: "javascript:alert(1)"}, {Text: "."}}},
		Paragraph{Text: Plain("One line,\nanother line,\tafter a tab,  two spaces.")},
		Heading{Level: 1, Text: Plain("Questions")},
		List{Ordered: true, Items: []Text{Plain("A first sample question?"), Plain("A second one, " + strings.Repeat("which is long ", 12) + "?")}},
		List{Items: []Text{Plain("a bullet"), Plain("another")}},
		List{Ordered: true, Items: []Text{Plain("counts from one again")}},
		PageBreak{},
		Contents{Title: "Contents", Depth: 3},
		PageBreak{},
	}
}

func responses() []Block {
	wide := func(country, yes string, response string) Row {
		return Row{Cells: []Cell{words(country).heading(), words(yes), words(response)}}
	}
	return []Block{
		Heading{Level: 1, Text: Plain("Responses")},
		Table{
			Caption: "Who answered", Widths: []int{22, 22, 56},
			Header: []Text{Plain("Country"), Plain("Wider dissemination"), Plain("Response")},
			Rows:   []Row{wide("Austria", "Yes", "See the tables below."), wide("Belgium", "No", "Withheld."), wide("Česko, Ελλάδα, България", "Yes", "ü ✓ 日本語 \u0007 دری")},
		},
	}
}

// campaign is a table of thirteen rows; each answer has so many sentences, and
// one has lists.
func campaign(country string, sentences int) Table {
	t := Table{Caption: "Campaign of " + country, Widths: []int{30, 70}}
	said := strings.TrimSpace(strings.Repeat("A sample sentence of "+country+" & others. ", sentences))
	for _, label := range []string{"Title of campaign", "Time period of campaign", "Costs of campaign", "Target group", "Partners",
		"Objectives and messages", "Channels/media", "Effectiveness"} {
		t.Rows = append(t.Rows, Row{Cells: []Cell{words(label).heading(), words(said)}})
	}
	t.Rows = append(t.Rows, Row{Separator: true, Cells: []Cell{words("Additional questions from Norway")}})
	for _, label := range []string{"1. Links", "2. Success", "3. Evaluation", "4. Reception", "5. Lessons"} {
		t.Rows = append(t.Rows, Row{Cells: []Cell{words(label).heading(), words(said)}})
	}
	links := &t.Rows[9].Cells[1]
	links.Blocks = append(links.Blocks,
		List{Items: []Text{Plain("first point"), {{Text: "http://www.example.org/", Link: "http://www.example.org/"}}}},
		List{Ordered: true, Items: []Text{Plain("one"), Plain("two")}})
	return t
}

func words(s string) Cell { return Cell{Blocks: []Block{Paragraph{Text: Plain(s)}}} }

func (c Cell) heading() Cell {
	c.Header = true
	return c
}
