package document

// figures are the charts of the sample, with notes in every place that can
// have one.
func figures() []Block {
	return []Block{
		Heading{Level: 1, Text: Plain("In figures")},
		Paragraph{Text: Text{
			{Text: "Two of three campaigns were perceived as a success", Note: "As the contact points said; nobody counted.\nA second line,\tafter a tab."},
			{Text: ", and "}, {Text: "one", Strong: true, Note: "MACEDONIA & <KOSOVO>"}, {Text: " was "},
			{Text: "evaluated", Link: "https://example.org/", Strong: true, Note: "See the table."}, {Text: "."}}},
		Chart{Title: "What the campaigns were", Alt: "Most campaigns were perceived as a success; few were evaluated.",
			Categories: []string{"Success", "Evaluation", "Reception in the country of origin, as far as it is known & told"},
			Series:     []Series{{"Yes", []int{17, 4, 12}}, {"No", []int{2, 14, 0}}, {"Not applicable", []int{1, 3, 1}}, {"Unknown", []int{4, 3, 11}}}},
		Chart{Title: "Campaigns by country", Alt: "Belgium reported most campaigns.",
			Categories: []string{"Austria", "Belgium", "Česko"}, Series: []Series{{"Campaigns", []int{3, 24}}}},
		Table{Caption: "Costs", Widths: []int{40, 60},
			Header: []Text{Plain("Country"), {{Text: "Costs", Note: "As printed, not converted."}}},
			Rows:   []Row{{Cells: []Cell{words("Belgium").heading(), {Blocks: []Block{List{Items: []Text{{{Text: "49 780 EUR", Note: "Paid by two offices."}}}}}}}}}},
		Facts{{"Counted on", Text{{Text: "19 January 2017", Note: "The day of this edition."}}}},
	}
}
